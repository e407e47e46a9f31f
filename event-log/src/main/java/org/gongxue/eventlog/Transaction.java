package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One batch in one database transaction, under the appender's lock: what is known is read, everything is decided in
 * memory, everything is written at once. The commit is the caller's.
 */
final class Transaction<C> {
    private final Connection connection;
    private final Rules<C> rules;
    private final List<Projection> projections;
    private final Position start;
    private final Deliberation<C> deliberation;
    private final StoredHeads heads;
    private final Map<CommandKey, OutcomeRows.Stored> settled = new HashMap<>();
    private final List<OutcomeRows.Stored> outcomes = new ArrayList<>();
    private final Map<Long, String> traced = new HashMap<>();
    private final Map<String, Long> nextInputs = new HashMap<>();
    private final ParkedRows parked;
    private final Parking<C> parking;
    private boolean hasLooked;
    private boolean hasRepetitions;
    private boolean hasForeseen;

    /** The connection's transaction holds the appender's lock already, and the cache agrees with the position. */
    Transaction(Connection c, Rules<C> rules, List<Projection> projections, HeadCache cache, Position start) {
        this.connection = c;
        this.rules = rules;
        this.projections = projections;
        this.start = start;
        this.heads = new StoredHeads(c, rules, cache);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = now.isAfter(start.lastRecordedAt()) ? now : start.lastRecordedAt();
        this.deliberation = new Deliberation<>(rules, heads, start.lastIndex(), recordedAt);
        this.parked = new ParkedRows(c);
        this.parking = new Parking<>(rules, deliberation, parked);
    }

    /**
     * Decides and writes; the answers are in the order of the requests, and true once the caller has committed. Commands
     * that were answered before are rare: unless they are expected they are decided again, and the key of their outcomes
     * fails the transaction.
     */
    List<Answer> run(List<Request<C>> batch, Expected expected) throws SQLException {
        hasLooked = expected.repetitions();
        look(batch);
        if (expected.furtherStreams()) {
            Set<StreamId> further = Rehearsal.of(batch, rules, heads::known);
            hasForeseen = !further.isEmpty();
            heads.fetch(further);
        }
        var inboxBefore = Map.copyOf(nextInputs);
        var answers = new ArrayList<Answer>(batch.size());
        for (Request<C> request : batch) {
            long before = deliberation.lastIndex();
            answers.add(
                    switch (request) {
                        case Request.OfCommand<C> command -> decide(command);
                        case Request.OfParked<C> command -> decide(command);
                        case Request.OfKey<C> command -> decide(command);
                        case Request.OfInput<C> input -> decide(input);
                    });
            if (request.traceparent() != null) {
                trace(request.traceparent(), before);
            }
        }
        write(inboxBefore);
        return answers;
    }

    /** What was decided since then is part of some traced work. */
    private void trace(String traceparent, long before) {
        for (long index = before + 1; index <= deliberation.lastIndex(); index++) {
            traced.put(index, traceparent);
        }
    }

    /** Reads what is known about the whole batch. */
    private void look(List<Request<C>> batch) throws SQLException {
        var keys = new HashSet<CommandKey>();
        var sources = new HashSet<String>();
        var subjects = new HashSet<String>();
        var streams = new HashSet<StreamId>();
        for (Request<C> request : batch) {
            streams.addAll(request.reads());
            switch (request) {
                case Request.OfCommand<C> command when hasLooked -> keys.add(command.key());
                case Request.OfCommand<C> _ -> {}
                case Request.OfParked<C> command -> keys.add(command.key());
                case Request.OfKey<C> command -> keys.add(command.key());
                case Request.OfInput<C> input -> {
                    sources.add(input.input().source());
                    subjects.addAll(input.waitsBehind());
                }
            }
        }
        settled.putAll(OutcomeRows.find(connection, keys));
        hasRepetitions = !settled.isEmpty();
        if (!sources.isEmpty()) {
            sources.forEach(source -> nextInputs.put(source, 1L));
            nextInputs.putAll(InboxRows.next(connection, sources));
            parked.fetch(subjects);
        }
        heads.fetch(streams);
    }

    private Answer decide(Request.OfCommand<C> request) {
        Submission<C> submission = request.submission();
        return once(
                request.key(),
                submission,
                () -> deliberation.decide(
                        Cause.of(submission), Context.of(submission), request.reads(), submission.command()));
    }

    private Answer decide(Request.OfParked<C> request) {
        return once(request.key(), request.submission(), () -> parking.decide(request.submission()));
    }

    private Answer decide(Request.OfKey<C> request) {
        Submission<CheckpointKeyInstalled> key = request.submission();
        String service = rules.domain().service();
        return once(
                request.key(),
                key,
                () -> deliberation.decide(
                        Cause.of(key),
                        Context.of(key),
                        request.reads(),
                        view -> CheckpointKeyring.decide(view, service, key.command()),
                        key.command()));
    }

    /** An id that was answered before is answered so again; otherwise what it asks for is decided. */
    private Answer once(CommandKey key, Submission<?> submission, Supplier<Verdict> decision) {
        OutcomeRows.Stored earlier = settled.get(key);
        if (earlier != null) {
            return again(earlier, submission);
        }
        return switch (decision.get()) {
            case Verdict.Failed(Throwable bug) -> {
                earlier = hasLooked ? null : find(key);
                yield earlier == null ? Answer.bug(bug) : again(earlier, submission);
            }
            case Verdict.Settled(Outcome outcome) -> {
                var stored = new OutcomeRows.Stored(key, submission.requestHash(), outcome);
                settled.put(key, stored);
                outcomes.add(stored);
                yield new Answer.Told(outcome);
            }
        };
    }

    private Answer again(OutcomeRows.Stored earlier, Submission<?> submission) {
        return new Answer.Told(
                earlier.answers(submission.requestHash())
                        ? earlier.outcome().asRepeated()
                        : Outcome.keyReused(submission.commandId(), deliberation.lastIndex()));
    }

    /** What meets a bug leaves no outcome, so that no key would tell that it was answered before. */
    private OutcomeRows.@Nullable Stored find(CommandKey key) {
        try {
            return OutcomeRows.find(connection, List.of(key)).get(key);
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    private Answer decide(Request.OfInput<C> request) {
        Input input = request.input();
        long next = nextInputs.getOrDefault(input.source(), 1L);
        if (input.index() < next) {
            return new Answer.Told(Outcome.nothing(deliberation.lastIndex(), true));
        }
        if (input.index() > next) {
            return new Answer.Failed(new IllegalStateException(
                    "invariant 2: " + input.source() + " is expected at " + next + ", not at " + input.index()));
        }
        nextInputs.put(input.source(), next + 1);
        return new Answer.Told(parking.take(request));
    }

    private void write(Map<String, Long> inboxBefore) throws SQLException {
        var effects = new Effects(deliberation.events(), deliberation.written(), outcomes);
        if (!effects.isEmpty()) {
            effects.write(connection, rules, start.lastIndex());
        }
        for (var source : nextInputs.entrySet()) {
            long before = inboxBefore.getOrDefault(source.getKey(), 1L);
            if (source.getValue() > before) {
                InboxRows.advance(connection, source.getKey(), before, source.getValue());
            }
        }
        if (!traced.isEmpty()) {
            TraceRows.write(connection, traced);
        }
        if (!deliberation.events().isEmpty()) {
            for (Projection projection : projections) {
                projection.apply(connection, deliberation.events());
            }
        }
    }

    /** What it leads one to expect of the next batch. */
    Expected next() {
        return new Expected(hasRepetitions, hasForeseen || heads.hasReadSingly());
    }

    /** The heads as they are once committed. */
    Map<StreamId, Head> written() {
        return deliberation.written();
    }

    /** The id of the last event once committed; null if there is none. */
    @Nullable
    UUID lastId() {
        List<Recorded> events = deliberation.events();
        return events.isEmpty() ? start.lastId() : events.getLast().envelope().id();
    }

    /** The last index once committed. */
    long lastIndex() {
        return deliberation.lastIndex();
    }
}
