package org.gongxue.eventlog.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gongxue.eventlog.CommandFailedException;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.MemoryLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.Submission;

/**
 * Tells a decider's story in memory: given these events, when this command comes, then those events are recorded.
 *
 * <pre>{@code
 * DomainFixture.of(domain)
 *     .given(FUND.id("f1"), new FundOpened("f1", 100))
 *     .when(new Pay("f1", 60))
 *     .then(new Paid("f1", 60));
 * }</pre>
 *
 * Events are compared after a trip through their JSON, as a log would read them back.
 *
 * @param <C> the service's command type
 */
public final class DomainFixture<C> {
    private final Domain<C> domain;
    private final MemoryLog<C> log;
    private final Map<String, Long> inputs = new HashMap<>();
    private final List<Envelope> published = new ArrayList<>();
    private final AtomicInteger commands = new AtomicInteger();
    private Instant now = Instant.parse("2018-03-15T02:00:00Z");
    private String actor = "user:someone";
    private String sourcePrefix = "";

    private DomainFixture(Domain<C> domain) {
        this.domain = domain;
        this.log = new MemoryLog<>(domain);
    }

    /** A story of a domain; nothing has happened yet. */
    public static <C> DomainFixture<C> of(Domain<C> domain) {
        return new DomainFixture<>(domain);
    }

    /** Puts events on a stream without asking the domain. */
    public DomainFixture<C> given(StreamId stream, Object... events) {
        for (Object event : events) {
            log.append(stream, event, now);
        }
        return this;
    }

    /** Puts events on a stream, named {@code kind/id}, without asking the domain. */
    public DomainFixture<C> given(String stream, Object... events) {
        return given(StreamId.parse(stream), events);
    }

    /** Puts another service's events on a stream of this one as accepted inputs, without asking the domain. */
    public DomainFixture<C> givenInputs(StreamId stream, String source, Object... events) {
        for (Object event : events) {
            log.append(stream, input(source, stream.toString(), event));
        }
        return this;
    }

    /** Lets the domain take in another service's events, as the inbox would. */
    public DomainFixture<C> givenReceived(String source, String sourceStream, Object... events) {
        for (Object event : events) {
            receive(input(source, sourceStream, event));
        }
        return this;
    }

    /** Lets the domain decide on earlier commands; each must be accepted. */
    @SafeVarargs
    public final DomainFixture<C> givenCommands(C... earlier) {
        for (C command : earlier) {
            Outcome outcome = submit(command);
            assertThat(outcome.accepted())
                    .as("accepted %s, refusal %s", command, outcome.refusal())
                    .isTrue();
        }
        return this;
    }

    /** What follows is submitted at this moment. */
    public DomainFixture<C> at(Instant moment) {
        now = moment;
        return this;
    }

    /** What follows is submitted by this actor, such as {@code user:<subject>}. */
    public DomainFixture<C> by(String who) {
        actor = who;
        return this;
    }

    /** Submits a command. */
    public Then<C> when(C command) {
        return then(() -> submit(command));
    }

    /** Receives another service's event. */
    public Then<C> whenReceived(String source, String sourceStream, Object event) {
        return then(() -> receive(input(source, sourceStream, event)));
    }

    private Then<C> then(Supplier<Outcome> act) {
        long before = log.lastIndex();
        try {
            Outcome outcome = act.get();
            List<Recorded> recorded = List.copyOf(log.events().subList((int) before, (int) log.lastIndex()));
            return new Then<>(this, outcome, recorded, null);
        } catch (CommandFailedException bug) {
            return new Then<>(this, null, List.of(), bug);
        }
    }

    /** A story in which an input has to be parked goes wrong there. */
    private Outcome receive(Input input) {
        Outcome outcome = log.accept(input);
        if (!log.parked().isEmpty()) {
            String reason = log.parked().getFirst().reason();
            throw new CommandFailedException(reason, new IllegalStateException(reason));
        }
        return outcome;
    }

    private Outcome submit(C command) {
        UUID id = nameBased("command-" + commands.incrementAndGet());
        byte[] hash = command.toString().getBytes(StandardCharsets.UTF_8);
        return log.submit(new Submission<>(actor, id, hash, actor, null, now, command));
    }

    /** What other services say from here on comes from services whose names begin like this. */
    public DomainFixture<C> withSourcesNamed(String prefix) {
        sourcePrefix = prefix;
        return this;
    }

    /** The next event of a source, as its log would have published it. */
    private Input input(String service, String stream, Object event) {
        String source = sourcePrefix + service;
        long index = inputs.merge(source, 1L, Long::sum);
        EventCodec.Encoded encoded = domain.codec().encode(event);
        Object decoded = domain.codec().decode(encoded.type(), encoded.revision(), encoded.data());
        Envelope envelope = sealed(source, index, stream, encoded);
        published.add(envelope);
        return new Input(
                source,
                index,
                envelope.id(),
                envelope.leaf(),
                stream,
                encoded.type(),
                encoded.revision(),
                now,
                envelope.correlation(),
                encoded.data(),
                decoded);
    }

    private Envelope sealed(String source, long index, String stream, EventCodec.Encoded event) {
        Envelope unsealed = envelope(source, index, stream, event, new byte[0]);
        return envelope(source, index, stream, event, Leaf.of(unsealed));
    }

    private Envelope envelope(String source, long index, String stream, EventCodec.Encoded event, byte[] leaf) {
        return new Envelope(
                source,
                index,
                StreamId.parse(stream),
                1,
                nameBased(source + "/" + index),
                event.type(),
                event.revision(),
                now,
                now,
                "service:" + source,
                "told:" + index,
                "correlation-" + index,
                event.data(),
                leaf);
    }

    /** Every event of another service so far, as its log would have published it, in the order in which they came. */
    public List<Envelope> published() {
        return List.copyOf(published);
    }

    private static UUID nameBased(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An event after a trip through its JSON. */
    Object reread(Object event) {
        EventCodec.Encoded encoded = domain.codec().encode(event);
        return domain.codec().decode(encoded.type(), encoded.revision(), encoded.data());
    }

    /** The state of a stream as of now. */
    public <S> S state(StreamType<S> type, String id) {
        return log.read(type, id);
    }

    /** Every event so far, in index order. */
    public List<Recorded> events() {
        return log.events();
    }
}
