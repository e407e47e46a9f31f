package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Hands out connections of which every third commit of the appender fails as if the connection were lost: after the
 * database took it, so that only the reply is missing, or before.
 */
final class LossyDataSource {
    private final TamperedDataSource tampered;
    private final AtomicInteger commits = new AtomicInteger();

    LossyDataSource(DataSource dataSource, boolean afterTheFact) {
        var whole = new TamperedDataSource(dataSource);
        tampered = afterTheFact ? whole.afterCommit(this::loseThird) : whole.beforeCommit(this::loseThird);
    }

    private void loseThird(Connection connection) throws SQLException {
        if (isAppenders(connection) && commits.incrementAndGet() % 3 == 0) {
            TamperedDataSource.loseReply(connection);
        }
    }

    /** Whether it is the appender's, who does not wait for ever; what is committed before the log is open is not at stake. */
    private static boolean isAppenders(Connection connection) throws SQLException {
        return connection.getNetworkTimeout() > 0;
    }

    DataSource dataSource() {
        return tampered.dataSource();
    }
}
