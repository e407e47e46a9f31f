package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each source was taken in, and what was parked on the way. */
final class InboxRows {

    /** An input that could not be decided, or that waits behind one. */
    record Parked(Request.OfInput<?> request, String reason) {}

    private InboxRows() {}

    /** The next index of each source that ever sent something. */
    static Map<String, Long> next(Connection c, Collection<String> sources) throws SQLException {
        try (var s = c.prepareStatement("SELECT source, next FROM log.inbox WHERE source = ANY(?)")) {
            s.setArray(1, c.createArrayOf("text", sources.toArray()));
            var next = new HashMap<String, Long>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    next.put(row.getString(1), row.getLong(2));
                }
            }
            return next;
        }
    }

    /** Which of these subjects have an input parked. */
    static Set<String> parkedSubjects(Connection c, Collection<String> subjects) throws SQLException {
        var parked = new HashSet<String>();
        if (subjects.isEmpty()) {
            return parked;
        }
        try (var s = c.prepareStatement("SELECT DISTINCT subject FROM log.parked_input WHERE subject = ANY(?)")) {
            s.setArray(1, c.createArrayOf("text", subjects.toArray()));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    parked.add(row.getString(1));
                }
            }
        }
        return parked;
    }

    /** How many inputs are parked. */
    static long parked(Connection c) throws SQLException {
        try (var s = c.prepareStatement("SELECT count(*) FROM log.parked_input");
                ResultSet row = s.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Moves a source on, in the transaction of the effects; whoever moved it meanwhile wins. */
    static void advance(Connection c, String source, long expected, long next) throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.inbox (source, next) VALUES (?, ?)
                ON CONFLICT (source) DO UPDATE SET next = excluded.next WHERE inbox.next = ?""")) {
            s.setString(1, source);
            s.setLong(2, next);
            s.setLong(3, expected);
            if (s.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "invariant 3: input " + expected + " of " + source + " was taken twice");
            }
        }
    }

    static void park(Connection c, List<Parked> inputs) throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.parked_input (source, index, subject, reason, parked_at, id, stream, type, revision,
                    occurred_at, correlation, data, leaf)
                VALUES (?, ?, ?, ?, clock_timestamp(), ?, ?, ?, ?, ?::timestamptz, ?, ?, ?)""")) {
            for (Parked parked : inputs) {
                Input input = parked.request().input();
                s.setString(1, input.source());
                s.setLong(2, input.index());
                s.setString(3, parked.request().parkedUnder());
                s.setString(4, parked.reason());
                s.setObject(5, input.id());
                s.setString(6, input.stream());
                s.setString(7, input.type());
                s.setInt(8, input.revision());
                s.setString(9, input.occurredAt().toString());
                s.setString(10, input.correlation());
                s.setBytes(11, input.data());
                s.setBytes(12, input.leaf());
                s.addBatch();
            }
            s.executeBatch();
        }
    }
}
