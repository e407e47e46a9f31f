package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Bounds how long a connection waits for an answer: a network that swallows packets tells nobody. */
record NetworkTimeout(Connection connection, int millisBefore) {

    static NetworkTimeout set(Connection connection, Duration longest) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(longest.toMillis()));
        return new NetworkTimeout(connection, before);
    }

    void reset() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millisBefore);
    }
}
