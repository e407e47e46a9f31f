package org.gongxue.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides requests one after another in memory, each seeing the effects of those before it. Where a batch begins and
 * ends changes nothing (invariant 3): a request sees the same states either way.
 */
final class Deliberation<C> {
    private final Domain<C> domain;
    private final LogConfig limits;
    private final StreamTypes types;
    private final LogCodec codec;
    private final Heads committed;
    private final Instant recordedAt;
    private final Map<StreamId, Head> written = new LinkedHashMap<>();
    private final List<Recorded> events = new ArrayList<>();
    private long lastIndex;

    Deliberation(Rules<C> rules, Heads committed, long lastIndex, Instant recordedAt) {
        this.domain = rules.domain();
        this.limits = rules.limits();
        this.types = rules.types();
        this.codec = rules.codec();
        this.committed = committed;
        this.lastIndex = lastIndex;
        this.recordedAt = recordedAt;
    }

    /** Decides one command; whatever goes wrong in it stays in it. */
    Verdict decide(Cause cause, Context context, Set<StreamId> reads, C command) {
        return decide(cause, context, reads, view -> domain.decide(view, command), command);
    }

    /** The same for a command that something else than the domain decides. */
    Verdict decide(
            Cause cause, Context context, Set<StreamId> reads, Function<View, Decision> decider, Object command) {
        var view = new CommandView(types, this::head, reads, context);
        try {
            Draft draft = draft(decider.apply(view), view, cause, command);
            adopt(draft);
            return new Verdict.Settled(draft.outcome());
        } catch (HeadsUnavailableException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException | Error thrown) {
            return new Verdict.Failed(Bug.of(thrown));
        }
    }

    /**
     * Records what the log has to say of its own accord.
     *
     * @param ordinal how many events this cause has already
     */
    Outcome record(Cause cause, int ordinal, Context context, List<NewEvent> said) {
        var streams = said.stream().map(NewEvent::stream).collect(Collectors.toSet());
        var draft = new Draft(this, new CommandView(types, this::head, streams, context), cause, ordinal);
        try {
            for (NewEvent event : said) {
                draft.add(new NewEvent(event.stream(), event.payload(), context.submittedAt()));
            }
        } catch (UnrecordableException e) {
            throw new IllegalStateException("the log cannot record its own doing", e);
        }
        adopt(draft);
        return draft.outcome();
    }

    private Draft draft(Decision decision, CommandView view, Cause cause, Object command) {
        return switch (decision) {
            case Decision.Refused(Refusal refusal) -> refused(refusal, view, cause, command);
            case Decision.Accepted accepted -> {
                var draft = new Draft(this, view, cause, 0);
                try {
                    for (NewEvent event : accepted.events()) {
                        draft.add(event);
                    }
                    draft.answer(accepted.answer());
                    yield draft;
                } catch (UnrecordableException e) {
                    if (view.context().input() != null) {
                        throw new IllegalStateException("an input that cannot be recorded is a fact all the same", e);
                    }
                    yield refused(e.refusal(), view, cause, command);
                }
            }
        };
    }

    private Draft refused(Refusal refusal, CommandView view, Cause cause, Object command) {
        var draft = new Draft(this, view, cause, 0);
        try {
            draft.add(NewEvent.of(firstOf(view.declared()), CommandRefused.of(command, refusal)));
        } catch (UnrecordableException e) {
            throw new IllegalStateException("a refusal cannot be recorded", e);
        }
        draft.refusal(refusal);
        return draft;
    }

    private static StreamId firstOf(Set<StreamId> reads) {
        if (reads.isEmpty()) {
            throw new IllegalStateException("a command that reads no stream cannot be refused");
        }
        boolean ordered = reads instanceof java.util.SequencedSet<StreamId> && !(reads instanceof SortedSet<StreamId>);
        return ordered ? reads.iterator().next() : new TreeSet<>(reads).first();
    }

    private void adopt(Draft draft) {
        written.putAll(draft.heads());
        events.addAll(draft.events());
        lastIndex += draft.events().size();
    }

    Head head(StreamId stream) {
        Head mine = written.get(stream);
        return mine != null ? mine : committed.head(stream);
    }

    Domain<C> domain() {
        return domain;
    }

    LogConfig limits() {
        return limits;
    }

    StreamTypes types() {
        return types;
    }

    LogCodec codec() {
        return codec;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** The last index given out. */
    long lastIndex() {
        return lastIndex;
    }

    /** Every event decided so far, in index order. */
    List<Recorded> events() {
        return events;
    }

    /** The newest head of every stream written so far. */
    Map<StreamId, Head> written() {
        return written;
    }
}
