package org.gongxue.eventlog.kill;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.StreamId;

/** What the database holds, read without the engine's own code, which is on trial here. */
final class Rows {
    private Rows() {}

    /** Events after an index, as they are, whatever is missing or wrong. */
    static List<Envelope> events(Connection c, String service, long after, int countMax) throws SQLException {
        try (var s = c.prepareStatement("SELECT index, stream, version, id, type, revision, occurred_at, recorded_at,"
                + " actor, cause, correlation, data, leaf FROM log.event WHERE index > ? ORDER BY index LIMIT ?")) {
            s.setLong(1, after);
            s.setInt(2, countMax);
            var events = new ArrayList<Envelope>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    events.add(event(row, service));
                }
            }
            return events;
        }
    }

    private static Envelope event(ResultSet row, String service) throws SQLException {
        return new Envelope(
                service,
                row.getLong(1),
                StreamId.parse(row.getString(2)),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBytes(12),
                row.getBytes(13));
    }

    static long lastIndex(Connection c) throws SQLException {
        return number(c, "SELECT coalesce(max(index), 0) FROM log.event");
    }

    /** What the inbox expects of a source. */
    static long nextInput(Connection c, String source) throws SQLException {
        return number(c, "SELECT coalesce(max(next), 1) FROM log.inbox WHERE source = '" + source + "'");
    }

    static long number(Connection c, String query) throws SQLException {
        try (var s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<String> texts(Connection c, String query) throws SQLException {
        try (var s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /** Which of these deeds the log has an outcome of. */
    static Set<Integer> done(Connection c, Collection<Integer> deeds) throws SQLException {
        var done = new TreeSet<Integer>();
        try (var s = c.prepareStatement("SELECT 1 FROM log.command_outcome WHERE id = ?")) {
            for (int deed : deeds) {
                s.setObject(1, Deed.of(deed).id());
                try (ResultSet row = s.executeQuery()) {
                    if (row.next()) {
                        done.add(deed);
                    }
                }
            }
        }
        return done;
    }

    /** Where Kafka puts an event. */
    static int partition(Envelope event, int partitions) {
        byte[] key = event.stream().toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
