package org.gongxue.eventlog;

/** A bug or a broken rule of the database kept this one command from being decided; nothing of it was recorded. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
