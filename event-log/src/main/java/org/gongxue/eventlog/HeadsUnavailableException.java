package org.gongxue.eventlog;

import java.sql.SQLException;

/** The database failed while a decision looked at a stream: nobody's bug, the whole batch is tried again. */
final class HeadsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException sql;

    HeadsUnavailableException(SQLException cause) {
        super(cause);
        sql = cause;
    }

    SQLException sql() {
        return sql;
    }
}
