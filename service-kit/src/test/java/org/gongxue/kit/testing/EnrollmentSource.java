package org.gongxue.kit.testing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.View;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.kit.boot.CatalogCodec;

/** Stands in for the enrollment service: a real log of its own, published to the real topic, that says what it is told. */
public final class EnrollmentSource implements AutoCloseable {

    /** An event to be said. */
    record Say(StreamId stream, Object event) {}

    /** Streams here hold nothing. */
    record Nothing() {}

    private static final class Parrot implements Domain<Say> {

        @Override
        public String service() {
            return "enrollment";
        }

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
            return Optional.empty();
        }

        @Override
        public EventCodec codec() {
            return new CatalogCodec();
        }

        @Override
        public List<StreamType<?>> streams() {
            return Stream.of("calendar", "unit", "officer", "learner", "enrollment")
                    .<StreamType<?>>map(
                            kind -> StreamType.of(kind, Nothing.class, 1, new Nothing(), (state, _) -> state))
                    .toList();
        }
    }

    private final EventLog<Say> log;
    private final Publisher publisher;

    private EnrollmentSource(EventLog<Say> log, Publisher publisher) {
        this.log = log;
        this.publisher = publisher;
    }

    /** Opens the log in a database of its own beside the given one. */
    public static EnrollmentSource open(DataSource beside, String url, String kafka) throws SQLException {
        try (var connection = beside.getConnection();
                var create = connection.createStatement()) {
            create.execute("CREATE DATABASE enrollment_source");
        }
        var own = new TestPostgres.Database(url.replaceAll("/[^/]+$", "/enrollment_source")).dataSource();
        EventLog<Say> log = EventLog.open(LogConfig.of("enrollment"), own, new Parrot(), List.of());
        return new EnrollmentSource(log, Publisher.start(log, KafkaConfig.of(kafka)));
    }

    /**
     * Says events on a stream {@code kind/id}.
     *
     * @return the index of the last
     */
    public long say(String stream, Object... events) {
        var last = 0L;
        for (var event : events) {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            var command = new Say(StreamId.parse(stream), event);
            last = log.submit(new Submission<>("test", UUID.randomUUID(), new byte[32], "test", null, now, command))
                    .join()
                    .lastIndex();
        }
        return last;
    }

    @Override
    public void close() {
        publisher.close();
        log.close();
    }
}
