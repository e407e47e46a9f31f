package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The right to be the one instance that does something, as long as its connection lives. A holder that stands still
 * longer than {@link #IDLE_MAX} loses it, so that a frozen process does not keep the others waiting.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final Duration IDLE_MAX = Duration.ofSeconds(10);

    /** Comparing a long log with its topic takes the longest. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private final Connection connection;
    private final NetworkTimeout networkTimeout;
    private final long key;

    private Lease(Connection connection, NetworkTimeout networkTimeout, long key) {
        this.connection = connection;
        this.networkTimeout = networkTimeout;
        this.key = key;
    }

    /** Takes the lease if nobody has it. */
    static Optional<Lease> tryTake(DataSource dataSource, long key) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            var networkTimeout = NetworkTimeout.set(connection, ANSWER_MAX);
            connection.setAutoCommit(true);
            if (!tryLock(connection, key)) {
                networkTimeout.reset();
                connection.close();
                return Optional.empty();
            }
            execute(connection, "SET SESSION idle_session_timeout = " + IDLE_MAX.toMillis());
            // One that stands still while rows are on their way to it is not idle: its receiver takes nothing more.
            execute(connection, "SET SESSION tcp_user_timeout = " + IDLE_MAX.toMillis());
            // What a holder writes is only how far it knows to have come; losing the last of it does no harm.
            execute(connection, "SET SESSION synchronous_commit = off");
            execute(connection, "SET SESSION enable_seqscan = off");
            return Optional.of(new Lease(connection, networkTimeout, key));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean tryLock(Connection c, long key) throws SQLException {
        try (var s = c.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            s.setLong(1, key);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    /** Shows that the holder still moves; fails if the lease is lost. */
    void renew() throws SQLException {
        execute(connection, "SELECT 1");
    }

    /** The connection that carries the lease: whatever works on it works under the lease. */
    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try (connection) {
            connection.setAutoCommit(true);
            execute(connection, "SELECT pg_advisory_unlock(" + key + ")");
            execute(connection, "RESET idle_session_timeout");
            execute(connection, "RESET tcp_user_timeout");
            execute(connection, "RESET synchronous_commit");
            execute(connection, "RESET enable_seqscan");
            networkTimeout.reset();
        } catch (SQLException e) {
            LOG.debug("the lease's connection was gone already", e);
        }
    }
}
