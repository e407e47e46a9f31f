package org.gongxue.eventlog;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The appender's way to the database: one session at a time, given up when anything is wrong with it. */
final class AppendSessions {
    private final DataSource dataSource;
    private final LogConfig config;
    private final Runnable opening;
    private @Nullable AppendSession current;

    /** Tells this one before another session is opened. */
    AppendSessions(DataSource dataSource, LogConfig config, Runnable opening) {
        this.dataSource = dataSource;
        this.config = config;
        this.opening = opening;
    }

    /** Connected and under the lock. */
    AppendSession locked() throws SQLException {
        if (current == null) {
            opening.run();
            current = AppendSession.open(dataSource, config);
        }
        current.lock();
        return current;
    }

    void rollback() {
        try {
            if (current != null) {
                current.rollback();
            }
        } catch (SQLException e) {
            close();
        }
    }

    void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
