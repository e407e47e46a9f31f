package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How far each source was taken in. */
final class InboxRows {

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
}
