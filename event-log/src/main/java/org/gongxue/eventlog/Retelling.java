package org.gongxue.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole log told again in its order: every decision is shown to a listener together with what every stream was before
 * it, and then folded in as it was recorded. What is wrong is told, and the telling goes on; a stream that lost its ground
 * stays where it was. For one thread.
 */
public final class Retelling {

    /** Hears of every decision before it is folded in. */
    @FunctionalInterface
    public interface Listener {
        void hear(Deed deed, Retelling before);
    }

    /**
     * Something that does not agree.
     *
     * @param what such as {@code event 17 data}
     * @param index the event, or the last one of the decision
     * @param recorded what the log says
     * @param decided what follows from all before
     */
    public record Finding(String what, long index, String recorded, String decided) {}

    /**
     * A stream as far as it was told.
     *
     * @param lastIndex the last event that changed it, or that should have
     * @param broken what comes after stands on ground that is gone
     */
    public record Told<S>(S state, int version, long lastIndex, boolean broken) {}

    private static final byte[] NOT_KEPT = {};

    private final StreamTypes types;
    private final ToldStreams streams;
    private final Listener listener;
    private final Consumer<Finding> findings;
    private final List<Recorded> deed = new ArrayList<>();

    /**
     * Nothing is told yet.
     *
     * @param streams keeps what was told of every stream
     */
    public Retelling(Domain<?> domain, ToldStreams streams, Listener listener, Consumer<Finding> findings) {
        this.types = new StreamTypes(domain.streams());
        this.streams = streams;
        this.listener = listener;
        this.findings = findings;
    }

    /** Tells the next event in index order. */
    public void take(Recorded event) {
        if (!deed.isEmpty() && !deed.getFirst().cause().equals(event.cause())) {
            endDeed();
        }
        deed.add(event);
    }

    /** Tells of an event whose data cannot be read: its stream goes no further. */
    public void takeUnreadable(Envelope event, String why) {
        endDeed();
        stop(event, streams.get(event.stream()), event.type(), why);
    }

    /** The log ends here. */
    public void end() {
        endDeed();
    }

    private void endDeed() {
        if (!deed.isEmpty()) {
            var whole = new Deed(deed.getFirst().cause(), deed);
            deed.clear();
            listener.hear(whole, this);
            whole.events().forEach(this::fold);
        }
    }

    private void fold(Recorded event) {
        StreamId stream = event.stream();
        Told<?> before = streams.get(stream);
        if (before != null && before.broken()) {
            return;
        }
        int version = before == null ? 0 : before.version();
        if (event.version() != version + 1) {
            stop(event.envelope(), before, "version " + event.version(), "after version " + version);
            return;
        }
        if (event.event() instanceof CommandRefused) {
            long last = before == null ? 0 : before.lastIndex();
            streams.put(stream, new Told<>(head(stream).state(), version + 1, last, false));
            return;
        }
        try {
            Object after = types.evolve(stream, head(stream).state(), event.event());
            streams.put(stream, new Told<>(after, version + 1, event.index(), false));
        } catch (RuntimeException e) { // an event that no decision would have made
            stop(event.envelope(), before, event.type(), String.valueOf(e.getMessage()));
        }
    }

    private void stop(Envelope event, @Nullable Told<?> before, String recorded, String decided) {
        StreamId stream = event.stream();
        if (before != null && before.broken()) {
            return;
        }
        int version = before == null ? 0 : before.version();
        findings.accept(new Finding(stream + " cannot go on", event.index(), recorded, decided));
        try {
            streams.put(stream, new Told<>(head(stream).state(), version, event.index(), true));
        } catch (IllegalStateException e) {
            // A kind of stream that this service does not have holds nothing that could be compared.
        }
    }

    /** What a decision may look at, as of now. */
    CommandView view(Set<StreamId> reads, Context context) {
        return new CommandView(types, this::head, reads, context);
    }

    /** The streams as of now, for whoever asks on his own account. */
    public View view(Context context) {
        return view(Set.of(), context);
    }

    private Head head(StreamId stream) {
        Told<?> told = streams.get(stream);
        return told == null ? Head.initial(types.of(stream)) : new Head(told.version(), told.state(), NOT_KEPT);
    }

    /** What was told of one stream; null if nothing was. */
    public <S> @Nullable Told<S> told(StreamType<S> type, String id) {
        Told<?> told = streams.get(type.id(id));
        return told == null ? null : as(type, told);
    }

    private static <S> Told<S> as(StreamType<S> type, Told<?> told) {
        return new Told<>(type.stateType().cast(told.state()), told.version(), told.lastIndex(), told.broken());
    }

    /** Every stream of a type with what was told of it, by id, in no order. */
    public <S> void forEach(StreamType<S> type, BiConsumer<String, Told<S>> each) {
        streams.forEach(type.kind(), (id, told) -> each.accept(id, as(type, told)));
    }
}
