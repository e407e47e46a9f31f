package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What events that wait for their publication are part of. Only of traced work is there a row, and only until then. */
final class TraceRows {
    private TraceRows() {}

    static void write(Connection c, Map<Long, String> traceparents) throws SQLException {
        try (var s = c.prepareStatement("INSERT INTO log.trace (index, traceparent) VALUES (?, ?)")) {
            for (var one : traceparents.entrySet()) {
                s.setLong(1, one.getKey());
                s.setString(2, one.getValue());
                s.addBatch();
            }
            s.executeBatch();
        }
    }

    /** By index, of the events from one index to another. */
    static Map<Long, String> find(Connection c, long first, long last) throws SQLException {
        try (var s = c.prepareStatement("SELECT index, traceparent FROM log.trace WHERE index BETWEEN ? AND ?")) {
            s.setLong(1, first);
            s.setLong(2, last);
            var found = new HashMap<Long, String>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(1), row.getString(2));
                }
            }
            return found;
        }
    }

    /** Forgets them through an index. */
    static void forget(Connection c, long through) throws SQLException {
        try (var s = c.prepareStatement("DELETE FROM log.trace WHERE index <= ?")) {
            s.setLong(1, through);
            s.executeUpdate();
        }
    }
}
