package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;

/** One moment of the database for several questions. */
record Snapshot(Connection connection) implements AutoCloseable {

    static Snapshot begin(Connection c) throws SQLException {
        c.setAutoCommit(false);
        try (var s = c.createStatement()) {
            s.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
        return new Snapshot(c);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
