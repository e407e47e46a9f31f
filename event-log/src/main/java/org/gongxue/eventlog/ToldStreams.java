package org.gongxue.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongxue.eventlog.Retelling.Told;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Retelling} knows of every stream, in bounded memory: the streams used last are at hand, the others lie in a
 * temporary file, and of each of those about 32 bytes stay in memory. For one thread.
 */
public final class ToldStreams implements AutoCloseable {
    /** The most streams at hand unless somebody says otherwise: about 60 MB of states. */
    public static final int AT_HAND_MAX = 20_000;

    private static final int INITIAL_CAPACITY = 1024;
    private static final float LOAD = 0.75f;

    /** A stream at hand. */
    private record AtHand(Told<?> told, boolean changed) {}

    private final StreamTypes types;
    private final int atHandMax;
    private final LinkedHashMap<StreamId, AtHand> atHand = new LinkedHashMap<>(INITIAL_CAPACITY, LOAD, true);
    private final StateFile file = new StateFile();

    private ToldStreams(StreamTypes types, int atHandMax) {
        this.types = types;
        this.atHandMax = atHandMax;
    }

    /** Knows nothing yet of the streams of this domain; keeps so many at hand. */
    public static ToldStreams of(Domain<?> domain, int atHandMax) {
        return new ToldStreams(new StreamTypes(domain.streams()), atHandMax);
    }

    @Nullable
    Told<?> get(StreamId stream) {
        AtHand known = atHand.get(stream);
        if (known != null) {
            return known.told();
        }
        StateFile.Entry filed = file.find(stream);
        if (filed == null) {
            return null;
        }
        Told<?> told = read(filed);
        keep(stream, new AtHand(told, false));
        return told;
    }

    void put(StreamId stream, Told<?> now) {
        keep(stream, new AtHand(now, true));
    }

    private void keep(StreamId stream, AtHand now) {
        atHand.put(stream, now);
        if (atHand.size() > atHandMax) {
            Map.Entry<StreamId, AtHand> eldest = atHand.firstEntry();
            atHand.remove(eldest.getKey());
            if (eldest.getValue().changed()) {
                file.write(
                        eldest.getKey(),
                        entry(eldest.getKey(), eldest.getValue().told()));
            }
        }
    }

    /** Every stream of a kind, those at hand first. */
    void forEach(String kind, BiConsumer<String, Told<?>> each) {
        List.copyOf(atHand.entrySet()).stream()
                .filter(known -> known.getKey().kind().equals(kind))
                .forEach(known ->
                        each.accept(known.getKey().id(), known.getValue().told()));
        file.forEach(filed -> {
            if (filed.stream().kind().equals(kind) && !atHand.containsKey(filed.stream())) {
                each.accept(filed.stream().id(), read(filed));
            }
        });
    }

    private static StateFile.Entry entry(StreamId stream, Told<?> told) {
        return new StateFile.Entry(
                stream, told.version(), told.lastIndex(), told.broken(), LogJson.writeState(told.state()));
    }

    private Told<?> read(StateFile.Entry filed) {
        try {
            Object state =
                    LogJson.readState(filed.state(), types.of(filed.stream()).stateType());
            return new Told<>(state, filed.version(), filed.lastIndex(), filed.broken());
        } catch (IOException e) {
            throw new UncheckedIOException("the state of " + filed.stream() + " does not survive JSON", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
