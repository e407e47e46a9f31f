package org.gongxue.eventlog;

import java.time.Duration;

/**
 * The log cannot answer now: its queue is full or its database is away. Whatever became of the command, handing it in
 * again with the same id is safe.
 */
public final class LogBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public LogBusyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When to come again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
