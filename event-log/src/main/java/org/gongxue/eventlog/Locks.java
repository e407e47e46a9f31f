package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;

/** The advisory locks of a log: one for the appender, and those next to it for leases and the schema. */
final class Locks {
    private Locks() {}

    static long appender(LogConfig config) {
        return config.lockKey();
    }

    static long publisher(LogConfig config) {
        return config.lockKey() + 1;
    }

    static long inbox(LogConfig config) {
        return config.lockKey() + 2;
    }

    static long schema(LogConfig config) {
        return config.lockKey() + 3;
    }

    static long rebuild(LogConfig config) {
        return config.lockKey() + 4;
    }

    static long tree(LogConfig config) {
        return config.lockKey() + 5;
    }

    /** Takes the appender's lock for a long fold; whoever stands still under it for a minute loses it. */
    static void lockToFold(Connection c, LogConfig config) throws SQLException {
        try (var s = c.createStatement()) {
            s.execute("SET LOCAL idle_in_transaction_session_timeout = '1min'");
        }
        lock(c, appender(config));
    }

    /**
     * Waits for a lock until the transaction ends. A statement of its own: it takes no snapshot for those after it, so
     * they see the commit of whoever held it before.
     */
    static void lock(Connection c, long key) throws SQLException {
        try (var s = c.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            s.setLong(1, key);
            s.execute();
        }
    }

    /** Waits for a lock and holds it until it is released or the connection ends. */
    static void hold(Connection c, long key) throws SQLException {
        try (var s = c.prepareStatement("SELECT pg_advisory_lock(?)")) {
            s.setLong(1, key);
            s.execute();
        }
        c.commit();
    }

    static void release(Connection c, long key) throws SQLException {
        try (var s = c.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            s.setLong(1, key);
            s.execute();
        }
        c.commit();
    }
}
