package org.gongxue.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a decision wants recorded.
 *
 * @param stream one of the streams the command reads
 * @param payload an event record that the domain's codec knows
 * @param occurredAt when it happened in the world; null means {@link Domain#occurredAt}
 */
public record NewEvent(
        StreamId stream, Object payload, @Nullable Instant occurredAt) {

    /** Stands for the input being decided on; the log writes an {@link InputAccepted} in its place. */
    enum CurrentInput {
        FACT
    }

    /** An event that occurred when the domain says things occur. */
    public static NewEvent of(StreamId stream, Object payload) {
        return new NewEvent(stream, payload, null);
    }

    /** Puts the input being decided on, as an {@link InputAccepted}, on the stream it informs. */
    public static NewEvent input(StreamId stream) {
        return new NewEvent(stream, CurrentInput.FACT, null);
    }
}
