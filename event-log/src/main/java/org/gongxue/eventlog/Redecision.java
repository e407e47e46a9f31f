package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongxue.eventlog.Retelling.Finding;

/**
 * Decides again what a log recorded, by the domain that decided it, and compares event by event and byte by byte
 * (invariant 7). Every input is decided again: its fact holds all that the decision saw of it. A command is not in the
 * log; it is decided again where its events tell what was asked, and taken as recorded where they do not. For one thread.
 *
 * @param <C> the service's command type
 */
public final class Redecision<C> implements Retelling.Listener {

    /** What was asked, as far as the events that came of it tell. */
    @FunctionalInterface
    public interface Recollection<C> {
        Optional<C> asked(View before, Deed deed);
    }

    /**
     * How much was decided again.
     *
     * @param inputs decisions on inputs, all of them
     * @param commands decisions on commands whose events tell what was asked
     * @param taken decisions on other commands, and refusals: taken as recorded
     * @param eventsDecided events that were compared to the byte
     */
    public record Counts(long inputs, long commands, long taken, long eventsDecided) {}

    private static final int BEFORE_MAX = 80;
    private static final int TEXT_MAX = 400;

    private final Domain<C> domain;
    private final LogCodec codec;
    private final Recollection<C> recollection;
    private final Consumer<Finding> findings;
    private long inputs;
    private long commands;
    private long taken;
    private long eventsDecided;

    /** Nothing is decided yet. */
    public Redecision(Domain<C> domain, Recollection<C> recollection, Consumer<Finding> findings) {
        this.domain = domain;
        this.codec = new LogCodec(domain.codec());
        this.recollection = recollection;
        this.findings = findings;
    }

    public Counts counts() {
        return new Counts(inputs, commands, taken, eventsDecided);
    }

    @Override
    public void hear(Deed deed, Retelling before) {
        try {
            if (deed.isOfInput()) {
                inputs++;
                decideInput(deed, before);
            } else {
                decideCommand(deed, before);
            }
        } catch (RuntimeException e) { // a decision that cannot be made where the log says it was
            differs(deed, said(deed.events()), "cannot be decided: " + e);
        }
    }

    private void decideInput(Deed deed, Retelling before) {
        var input = deed.input().orElse(null);
        if (input == null) {
            differs(deed, said(deed.events()), "no fact tells of the input");
            return;
        }
        if (!Cause.of(input).text().equals(deed.cause())) {
            differs(deed, deed.cause(), Cause.of(input).text());
        }
        Optional<C> command = domain.react(input);
        if (command.isEmpty()) {
            differs(deed, said(deed.events()), "of no interest");
            return;
        }
        decide(deed, before, command.get(), Context.of(input));
    }

    private void decideCommand(Deed deed, Retelling before) {
        Optional<CommandKey> key = Cause.command(deed.cause());
        var context = new Context(
                deed.events().getFirst().actor(),
                key.map(CommandKey::commandId).orElse(new UUID(0, 0)),
                deed.events().getFirst().occurredAt(),
                null);
        Optional<C> command = key.isEmpty() ? Optional.empty() : recollection.asked(before.view(context), deed);
        if (command.isEmpty()) {
            taken++;
            return;
        }
        commands++;
        decide(deed, before, command.get(), context);
    }

    private void decide(Deed deed, Retelling before, C command, Context context) {
        Set<StreamId> reads = domain.reads(command);
        CommandView view = before.view(reads, context);
        List<NewEvent> decided = switch (domain.decide(view, command)) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Refused(Refusal refusal) ->
                List.of(NewEvent.of(new LinkedHashSet<>(reads).getFirst(), CommandRefused.of(command, refusal)));
        };
        int both = Math.min(decided.size(), deed.events().size());
        CommandView timed = before.view(reads, timed(deed, decided, context));
        for (int i = 0; i < both; i++) {
            view.head(decided.get(i).stream()); // only what was read may be written
            compare(deed, i, decided.get(i), timed);
        }
        eventsDecided += both;
        for (int i = both; i < deed.events().size(); i++) {
            Recorded more = deed.events().get(i);
            findings.accept(new Finding("event " + more.index(), more.index(), said(List.of(more)), "no event"));
        }
        for (int i = both; i < decided.size(); i++) {
            differs(
                    deed,
                    "no further event",
                    decided.get(i).stream() + " "
                            + encoded(decided.get(i), view).type());
        }
    }

    /**
     * The moment a command was submitted is in no event; it shows in those that do not say themselves when they happened,
     * and has to be one that all of them can have come of.
     */
    private static Context timed(Deed deed, List<NewEvent> decided, Context context) {
        if (context.input() != null) {
            return context;
        }
        for (int i = 0; i < Math.min(decided.size(), deed.events().size()); i++) {
            if (decided.get(i).occurredAt() == null) {
                Instant submittedAt = deed.events().get(i).occurredAt();
                return new Context(context.actor(), context.commandId(), submittedAt, null);
            }
        }
        return context;
    }

    private void compare(Deed deed, int ordinal, NewEvent decided, CommandView view) {
        Recorded recorded = deed.events().get(ordinal);
        var encoded = encoded(decided, view);
        same(recorded, "stream", recorded.stream(), decided.stream());
        same(recorded, "type", recorded.type(), encoded.type());
        same(recorded, "revision", recorded.revision(), encoded.revision());
        int at = Arrays.mismatch(recorded.data(), encoded.data());
        if (at >= 0) {
            findings.accept(new Finding(
                    "event " + recorded.index() + " data",
                    recorded.index(),
                    around(recorded.data(), at),
                    around(encoded.data(), at)));
        }
        Instant own = decided.occurredAt();
        Instant occurred = own == null ? domain.occurredAt(view) : own;
        same(recorded, "occurred at", recorded.occurredAt(), occurred.truncatedTo(ChronoUnit.MICROS));
        same(recorded, "actor", recorded.actor(), view.context().actor());
        same(
                recorded,
                "correlation",
                recorded.correlation(),
                deed.events().getFirst().correlation());
        var cause = new Cause(deed.cause(), recorded.correlation());
        same(recorded, "id", recorded.id(), cause.eventId(domain.service(), ordinal));
    }

    private EventCodec.Encoded encoded(NewEvent event, CommandView view) {
        Input input = view.context().input();
        return event.payload() instanceof NewEvent.CurrentInput && input != null
                ? LogCodec.encodeInput(input)
                : codec.encode(event.payload());
    }

    private void same(Recorded event, String field, Object recorded, Object decided) {
        if (!recorded.equals(decided)) {
            findings.accept(new Finding(
                    "event " + event.index() + " " + field, event.index(), recorded.toString(), decided.toString()));
        }
    }

    private void differs(Deed deed, String recorded, String decided) {
        findings.accept(new Finding("decision on " + deed.cause(), deed.lastIndex(), recorded, decided));
    }

    private static String said(List<Recorded> events) {
        Recorded first = events.getFirst();
        return first.stream() + " " + first.type()
                + (events.size() == 1 ? "" : " and " + (events.size() - 1) + " more");
    }

    /** The data from a little before the byte where it differs. */
    private static String around(byte[] data, int at) {
        int from = Math.max(0, at - BEFORE_MAX);
        int to = Math.min(data.length, from + TEXT_MAX);
        String text = new String(data, from, to - from, UTF_8);
        return (from > 0 ? "…" : "") + text + (to < data.length ? "…" : "");
    }
}
