package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The appender's own connection: takes the lock, commits, and never holds the lock longer than a transaction may. */
final class AppendSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AppendSession.class);

    /** What an answer may take longer than the transaction that it is about. */
    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(2);

    private final Connection connection;
    private final NetworkTimeout networkTimeout;
    private final LogConfig config;
    private boolean locked;

    private AppendSession(Connection connection, NetworkTimeout networkTimeout, LogConfig config) {
        this.connection = connection;
        this.networkTimeout = networkTimeout;
        this.config = config;
    }

    static AppendSession open(DataSource dataSource, LogConfig config) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            var networkTimeout =
                    NetworkTimeout.set(connection, config.transactionTimeout().plus(NETWORK_MARGIN));
            connection.setAutoCommit(true);
            set(
                    connection,
                    "transaction_timeout",
                    Long.toString(config.transactionTimeout().toMillis()));
            // Plans are made once, when tables may still be empty, and must not scan them when they are not.
            set(connection, "enable_seqscan", "off");
            connection.setAutoCommit(false);
            return new AppendSession(connection, networkTimeout, config);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void set(Connection c, String setting, String value) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("SET SESSION " + setting + " = " + value);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Begins a transaction that holds the appender's lock, unless it has begun. */
    void lock() throws SQLException {
        if (!locked) {
            Locks.lock(connection, Locks.appender(config));
            locked = true;
        }
    }

    void commit() throws SQLException {
        connection.commit();
        locked = false;
    }

    void rollback() throws SQLException {
        connection.rollback();
        locked = false;
    }

    /** Gives the connection back as it came, if it still lives. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement s = connection.createStatement()) {
                s.execute("RESET transaction_timeout");
                s.execute("RESET enable_seqscan");
            }
            networkTimeout.reset();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the appender's connection was gone already", e);
        }
    }
}
