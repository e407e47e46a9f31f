package org.gongxue.eventlog;

/** A topic does not hold what was published: something is missing or was changed. */
public final class TopicDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicDamagedException(String message) {
        super(message);
    }
}
