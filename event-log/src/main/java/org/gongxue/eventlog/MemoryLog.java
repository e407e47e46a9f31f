package org.gongxue.eventlog;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A log in memory: the same decisions as {@link EventLog}, one at a time, without a database. It is what any batching
 * over PostgreSQL must equal, what rehearses a domain in tests, and what decides a log again in an audit.
 *
 * @param <C> the service's command type
 */
public final class MemoryLog<C> {
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    private record Answered(byte[] requestHash, Outcome outcome) {}

    private final Rules<C> rules;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, Head> heads = new HashMap<>();
    private final Map<CommandKey, Answered> outcomes = new HashMap<>();
    private final Map<String, Long> nextInputs = new HashMap<>();
    private final ParkedInMemory parked = new ParkedInMemory();

    public MemoryLog(Domain<C> domain) {
        rules = Rules.of(domain, LogConfig.of(domain.service()));
    }

    /**
     * Decides a command.
     *
     * @throws CommandFailedException if a bug kept it from being decided
     */
    public Outcome submit(Submission<C> submission) {
        var context = new Context(submission.actor(), submission.commandId(), submission.submittedAt(), null);
        C command = submission.command();
        return once(
                submission,
                deliberation -> deliberation.decide(
                        Cause.of(submission), context, rules.domain().reads(command), command));
    }

    /** Decides a command about parked inputs; the answer is a {@link ParkedCommand.Answer}. */
    public Outcome submitAboutParked(Submission<ParkedCommand> submission) {
        return once(submission, deliberation -> parking(deliberation).decide(submission));
    }

    private Outcome once(Submission<?> submission, Function<Deliberation<C>, Verdict> decision) {
        var key = CommandKey.of(submission);
        Answered earlier = outcomes.get(key);
        if (earlier != null) {
            return Arrays.equals(earlier.requestHash(), submission.requestHash())
                    ? earlier.outcome().asRepeated()
                    : Outcome.keyReused(submission.commandId(), lastIndex());
        }
        var deliberation = deliberation(submission.submittedAt());
        return switch (decision.apply(deliberation)) {
            case Verdict.Settled(Outcome outcome) -> {
                adopt(deliberation);
                outcomes.put(key, new Answered(submission.requestHash(), outcome));
                yield outcome;
            }
            case Verdict.Failed(Throwable bug) -> throw new CommandFailedException(bug.toString(), bug);
        };
    }

    /**
     * Takes in the next event of another service; one that cannot be decided is parked.
     *
     * @throws IllegalStateException if its turn has not come
     */
    public Outcome accept(Input input) {
        return take(Request.OfInput.of(rules.domain(), input));
    }

    /** The same for an event as it came, unread; one that cannot be read is parked. */
    Outcome receive(Input unread) {
        return take(Request.OfInput.read(rules, unread));
    }

    private Outcome take(Request.OfInput<C> request) {
        Input input = request.input();
        long next = nextInput(input.source());
        if (input.index() < next) {
            return Outcome.nothing(lastIndex(), true);
        }
        if (input.index() > next) {
            throw new IllegalStateException(
                    "invariant 2: " + input.source() + " is expected at " + next + ", not at " + input.index());
        }
        var deliberation = deliberation(input.occurredAt());
        Outcome outcome = parking(deliberation).take(request);
        adopt(deliberation);
        nextInputs.put(input.source(), input.index() + 1);
        return outcome;
    }

    private Deliberation<C> deliberation(Instant now) {
        return new Deliberation<>(rules, this::head, lastIndex(), recordedAt(now));
    }

    private Parking<C> parking(Deliberation<C> deliberation) {
        return new Parking<>(rules, deliberation, parked);
    }

    private void adopt(Deliberation<C> deliberation) {
        events.addAll(deliberation.events());
        heads.putAll(deliberation.written());
    }

    /** Puts an event of this service on a stream without asking the domain. */
    public void append(StreamId stream, Object event, Instant occurredAt) {
        append(stream, rules.codec().encode(event), occurredAt);
    }

    /** Puts an event of another service on a stream as an accepted input, without asking the domain. */
    public void append(StreamId stream, Input input) {
        append(stream, LogCodec.encodeInput(input), input.occurredAt());
        nextInputs.merge(input.source(), input.index() + 1, Math::max);
    }

    private void append(StreamId stream, EventCodec.Encoded encoded, Instant occurredAt) {
        Head head = head(stream);
        Object event = rules.codec().decode(encoded.type(), encoded.revision(), encoded.data());
        Object state = rules.types().evolve(stream, head.state(), event);
        var cause = new Cause("given:" + (lastIndex() + 1), "given");
        UUID id = cause.eventId(rules.domain().service(), 0);
        var envelope = Envelope.sealed(
                rules.domain().service(),
                lastIndex() + 1,
                stream,
                head.version() + 1,
                id,
                encoded,
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                recordedAt(occurredAt),
                "given",
                cause);
        events.add(new Recorded(envelope, event));
        heads.put(stream, new Head(head.version() + 1, state, LogJson.writeState(state)));
    }

    /** Heads are read back from their JSON, so that a state which does not survive it is noticed here already. */
    private Head head(StreamId stream) {
        StreamType<?> type = rules.types().of(stream);
        Head head = heads.get(stream);
        if (head == null) {
            return Head.initial(type);
        }
        try {
            return new Head(head.version(), LogJson.readState(head.json(), type.stateType()), head.json());
        } catch (IOException e) {
            throw new IllegalStateException("the state of " + stream + " does not survive JSON", e);
        }
    }

    private Instant recordedAt(Instant now) {
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        return events.isEmpty() || micros.isAfter(events.getLast().recordedAt())
                ? micros
                : events.getLast().recordedAt();
    }

    /** The state of a stream. */
    public <S> S read(StreamType<S> type, String id) {
        return type.stateType().cast(head(rules.types().stream(type, id)).state());
    }

    /** Every input that waits, in the order in which they were parked. */
    public List<ParkedInput> parked() {
        return parked.all().stream().map(ParkedInput::of).toList();
    }

    /** Every event, in index order. */
    public List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    /** The index of the last event; 0 if there is none. */
    public long lastIndex() {
        return events.size();
    }

    /** The next index expected of a source. */
    public long nextInput(String source) {
        return nextInputs.getOrDefault(source, 1L);
    }
}
