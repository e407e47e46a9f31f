package org.gongxue.eventlog;

/** A bug or a broken rule of the database kept this one command or input from being recorded; nothing of it was. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
