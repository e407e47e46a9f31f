package org.gongxue.eventlog;

/** The database lacks events that this instance saw committed: it was set back, or another took over that was behind. */
final class HistoryLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    private HistoryLostException(String reason) {
        super(reason);
        this.reason = reason;
    }

    static HistoryLostException of(long seenIndex, long lastIndex) {
        return new HistoryLostException("event " + seenIndex
                + ", which was committed, is not in the database, whose last is "
                + lastIndex + ": it was set back. Stop the services and run campus recover, which brings back what was"
                + " published");
    }

    /** What is missing and what to do. */
    String reason() {
        return reason;
    }
}
