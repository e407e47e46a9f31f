package org.gongxue.eventlog;

/** The database does not hold what was recorded: something is missing or was changed. Nothing goes on from there. */
final class LogDamagedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LogDamagedException(String message) {
        super(message);
    }
}
