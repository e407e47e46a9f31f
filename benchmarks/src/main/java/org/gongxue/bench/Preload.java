package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.StreamId;

/**
 * Fills a log as if it had been written by commands: events with valid leaves, heads, outcomes. The server makes the rows
 * itself, on several connections, which takes a fraction of what sending them would.
 *
 * @param events how many
 * @param streams how many learners share those that no long stream has
 * @param longStreams how many learners have {@value #LONG} events each
 */
record Preload(int events, int streams, int longStreams) {
    /** The length of a long stream. */
    static final int LONG = 10_000;

    /** The number of the first learner with a long stream. */
    static final int FIRST_LONG = 1_000_000;

    private static final int CONNECTIONS = Runtime.getRuntime().availableProcessors();

    /** Fills a log that is new, and has PostgreSQL tidy up after it, so that nothing of it is left to do later. */
    void fill(Database database) throws SQLException, InterruptedException, ExecutionException {
        new OurLog(database).close();
        database.execute("CREATE FUNCTION field(b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE"
                + " RETURN int4send(octet_length(b)) || b");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int from = (int) ((long) events * i / CONNECTIONS) + 1;
            int to = (int) ((long) events * (i + 1) / CONNECTIONS);
            parts.add(sql(from, to));
        }
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> filling = new ArrayList<>();
            for (String part : parts) {
                filling.add(threads.submit(() -> {
                    database.execute(part);
                    return null;
                }));
            }
            for (Future<?> part : filling) {
                part.get();
            }
        }
        database.execute(
                "INSERT INTO log.command_outcome (principal, id, request_hash, outcome) SELECT '" + Work.WHO
                        + "', correlation::uuid, sha256(leaf), convert_to('" + new String(Rows.OUTCOME, UTF_8)
                        + "', 'UTF8') FROM log.event",
                "INSERT INTO log.head (stream, version, evolve_version, state) SELECT stream, max(version), 1,"
                        + " convert_to('{\"credits\":' || max(version) || ',\"events\":' || max(version) || '}', 'UTF8')"
                        + " FROM log.event GROUP BY stream",
                "VACUUM ANALYZE log.event",
                "VACUUM ANALYZE log.head",
                "VACUUM ANALYZE log.command_outcome",
                "CHECKPOINT");
        assertLeaf(database, 1);
        assertLeaf(database, events);
    }

    private String sql(int from, int to) {
        String learner = Work.learner(0);
        String event = new String(Work.json(Work.Learning.NOTHING.decide(learner)), UTF_8);
        String sql = resource();
        for (var value : Map.of(
                        "from", from,
                        "to", to,
                        "longEvents", longStreams * LONG,
                        "longStreams", Math.max(1, longStreams),
                        "firstLong", FIRST_LONG,
                        "streams", streams,
                        "type", Work.TYPE,
                        "who", Work.WHO,
                        "event", event,
                        "learner", learner)
                .entrySet()) {
            sql = sql.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return sql;
    }

    private static String resource() {
        try (var in = Objects.requireNonNull(Preload.class.getResourceAsStream("/preload.sql"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log's own code takes the row for one of its own. */
    private static void assertLeaf(Database database, long index) throws SQLException {
        try (Connection c = database.dataSource().getConnection();
                var s = c.createStatement();
                ResultSet row =
                        s.executeQuery("SELECT stream, version, id, type, revision, occurred_at, recorded_at, actor,"
                                + " cause, correlation, data, leaf FROM log.event WHERE index = " + index)) {
            row.next();
            var envelope = new Envelope(
                    Work.SERVICE,
                    index,
                    StreamId.parse(row.getString(1)),
                    row.getInt(2),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getInt(5),
                    moment(row, 6),
                    moment(row, 7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    row.getBytes(11),
                    row.getBytes(12));
            if (!Leaf.matches(envelope) || envelope.data().length != Work.EVENT_BYTES) {
                throw new IllegalStateException(
                        "the preloaded event is not what the log would have written: " + envelope);
            }
        }
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
