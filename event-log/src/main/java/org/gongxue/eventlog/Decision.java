package org.gongxue.eventlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a domain makes of a command. A domain throws only for a bug. */
public sealed interface Decision {

    /**
     * The command takes effect.
     *
     * @param events what is recorded, in this order; may be empty
     * @param answer any record for the caller, kept as JSON with the outcome; null when there is nothing to say
     */
    record Accepted(List<NewEvent> events, @Nullable Object answer) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused; the log records a {@link CommandRefused} on the first stream the command reads. */
    record Refused(Refusal refusal) implements Decision {}

    static Decision accepted(NewEvent... events) {
        return new Accepted(List.of(events), null);
    }

    static Decision accepted(List<NewEvent> events) {
        return new Accepted(events, null);
    }

    static Decision accepted(List<NewEvent> events, @Nullable Object answer) {
        return new Accepted(events, answer);
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
