package org.gongxue.kit.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongxue.eventlog.CheckpointConfig;
import org.gongxue.eventlog.Checkpoints;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Inbox;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.LogTree;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.Tracing;
import org.gongxue.eventlog.View;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.kit.boot.CatalogCodec;
import org.jspecify.annotations.Nullable;

/** Stands in for a service that others listen to: a real log of its own, published to the real topic, that says what it is told. */
public final class PublishedSource implements AutoCloseable {

    private static final int IN_FLIGHT_MAX = 2_000;

    /** An event to be said on a stream. */
    public record Say(StreamId stream, Object event) {

        /** An event on a stream {@code kind/id}. */
        public static Say of(String stream, Object event) {
            return new Say(StreamId.parse(stream), event);
        }
    }

    /** Streams here hold nothing. */
    record Nothing() {}

    private record Parrot(String service, boolean echoes) implements Domain<Say> {

        @Override
        public Set<StreamId> reads(Say command) {
            return Set.of(command.stream());
        }

        @Override
        public Decision decide(View view, Say command) {
            return Decision.accepted(NewEvent.of(command.stream(), command.event()));
        }

        @Override
        public Instant occurredAt(View view) {
            return view.context().submittedAt();
        }

        @Override
        public Optional<Say> react(Input input) {
            return echoes ? Optional.of(Say.of("outcome/echo", input.event())) : Optional.empty();
        }

        @Override
        public EventCodec codec() {
            return new CatalogCodec();
        }

        @Override
        public List<StreamType<?>> streams() {
            return Stream.of("calendar", "unit", "officer", "learner", "enrollment", "issuer", "outcome")
                    .<StreamType<?>>map(
                            kind -> StreamType.of(kind, Nothing.class, 1, new Nothing(), (state, _) -> state))
                    .toList();
        }
    }

    private final EventLog<Say> log;
    private final Publisher publisher;
    private final @Nullable Inbox inbox;

    private PublishedSource(EventLog<Say> log, Publisher publisher, @Nullable Inbox inbox) {
        this.log = log;
        this.publisher = publisher;
        this.inbox = inbox;
    }

    /** The enrollment service. */
    public static PublishedSource enrollment(DataSource beside, String url, String kafka) throws SQLException {
        return open("enrollment", beside, url, kafka);
    }

    /** The credit bank. */
    public static PublishedSource creditBank(DataSource beside, String url, String kafka) throws SQLException {
        return open("credit-bank", beside, url, kafka);
    }

    /** A service of this name; its log is in a database of its own beside the given one. */
    public static PublishedSource open(String service, DataSource beside, String url, String kafka)
            throws SQLException {
        var log = open(service, beside, url, false);
        return new PublishedSource(log, Publisher.start(log, KafkaConfig.of(kafka)), null);
    }

    /** A service of this name that hears another and repeats what it hears; its work is followed. */
    public static PublishedSource echo(
            String service, String source, DataSource beside, String url, String kafka, Tracing tracing)
            throws SQLException {
        var log = open(service, beside, url, true);
        log.follow(tracing);
        var config = KafkaConfig.of(kafka);
        return new PublishedSource(log, Publisher.start(log, config), Inbox.start(log, config, List.of(source)));
    }

    private static EventLog<Say> open(String service, DataSource beside, String url, boolean echoes)
            throws SQLException {
        var database = url.substring(url.lastIndexOf('/') + 1) + "_" + service.replace('-', '_');
        try (var connection = beside.getConnection();
                var create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + database);
        }
        var own = new TestPostgres.Database(url.replaceAll("/[^/]+$", "/" + database)).dataSource();
        return EventLog.open(LogConfig.of(service), own, new Parrot(service, echoes), List.of());
    }

    /**
     * Says events on a stream {@code kind/id}.
     *
     * @return the index of the last
     */
    public long say(String stream, Object... events) {
        return say(Stream.of(events).map(event -> Say.of(stream, event)).toList());
    }

    /**
     * Says events in this order, without waiting for each.
     *
     * @return the index of the last
     */
    public long say(List<Say> events) {
        var last = 0L;
        for (var from = 0; from < events.size(); from += IN_FLIGHT_MAX) {
            var outcomes = events.subList(from, Math.min(from + IN_FLIGHT_MAX, events.size())).stream()
                    .map(this::submit)
                    .toList();
            for (var outcome : outcomes) {
                last = outcome.join().lastIndex();
            }
        }
        return last;
    }

    private CompletableFuture<Outcome> submit(Say say) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return log.submit(new Submission<>("test", UUID.randomUUID(), new byte[32], "test", null, now, say));
    }

    /**
     * Keeps checkpoints of this log from now on, until the test JVM ends.
     *
     * @return what the log shows of itself
     */
    public LogTree signed(String kafka, Path keys) {
        var checkpoints =
                Checkpoints.start(log, KafkaConfig.of(kafka), new CheckpointConfig(keys, null, Duration.ofMillis(50)));
        Runtime.getRuntime().addShutdownHook(new Thread(checkpoints::close));
        return log.tree();
    }

    @Override
    public void close() {
        if (inbox != null) {
            inbox.close();
        }
        publisher.close();
        log.close();
    }
}
