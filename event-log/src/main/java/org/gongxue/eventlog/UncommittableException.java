package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;

/** Something in a batch keeps it from being committed, now and ever. */
final class UncommittableException extends Exception {
    private static final long serialVersionUID = 1L;

    UncommittableException(Throwable cause) {
        super(cause instanceof SQLException sql ? SqlFailure.withoutDetails(sql) : cause);
    }

    Throwable cause() {
        return requireNonNull(getCause());
    }
}
