package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

/** Something in a batch keeps it from being committed, now and ever. */
final class UncommittableException extends Exception {
    private static final long serialVersionUID = 1L;

    UncommittableException(Throwable cause) {
        super(cause);
    }

    Throwable cause() {
        return requireNonNull(getCause());
    }
}
