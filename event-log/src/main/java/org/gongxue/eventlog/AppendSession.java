package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The appender's own connection: takes the lock, commits, and never holds the lock longer than a transaction may. */
final class AppendSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AppendSession.class);

    /** What an answer may take longer than the transaction that it is about. */
    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(2);

    /** Plans are made once, when tables may still be empty, and must find rows by their keys when they are not. */
    private static final List<String> PLANS_FOR_BULK =
            List.of("enable_seqscan", "enable_bitmapscan", "enable_hashjoin", "enable_mergejoin");

    /** In one round trip, and yet two statements: the second sees the commit of whoever held the lock before. */
    private static final String LOCK_AND_LOOK = "SELECT pg_advisory_xact_lock(?); " + Position.QUERY;

    private final Connection connection;
    private final NetworkTimeout networkTimeout;
    private final LogConfig config;
    private @Nullable Position start;

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
            for (String scan : PLANS_FOR_BULK) {
                set(connection, scan, "off");
            }
            set(connection, "plan_cache_mode", "force_generic_plan");
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

    /** Begins a transaction that holds the appender's lock, unless it has begun; where the log stands in it. */
    Position lock() throws SQLException {
        if (start == null) {
            try (var s = connection.prepareStatement(LOCK_AND_LOOK)) {
                s.setLong(1, Locks.appender(config));
                s.execute();
                s.getMoreResults();
                start = Position.of(s.getResultSet());
            }
        }
        return start;
    }

    void commit() throws SQLException {
        connection.commit();
        start = null;
    }

    void rollback() throws SQLException {
        connection.rollback();
        start = null;
    }

    /** Gives the connection back as it came, if it still lives. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement s = connection.createStatement()) {
                s.execute("RESET transaction_timeout");
                s.execute("RESET plan_cache_mode");
                for (String scan : PLANS_FOR_BULK) {
                    s.execute("RESET " + scan);
                }
            }
            networkTimeout.reset();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the appender's connection was gone already", e);
        }
    }
}
