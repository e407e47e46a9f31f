package org.gongxue.local;

/** Something a person has to know or mend before the campus can run. The message is complete: it is shown without a stack trace. */
public final class CampusException extends RuntimeException {
    public CampusException(String message) {
        super(message);
    }

    public CampusException(String message, Throwable cause) {
        super(message, cause);
    }
}
