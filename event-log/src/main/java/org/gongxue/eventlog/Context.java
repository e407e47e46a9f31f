package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a command; a decision takes the time and ids from here and from nowhere else.
 *
 * @param actor who is answerable, such as {@code user:<subject>} or, for an input, {@code service:<source>}
 * @param commandId the caller's id of the command; for an input the id of the source's event
 * @param submittedAt when the command was handed in; for an input when the source's event occurred
 * @param input the input being decided on, null for a command
 */
public record Context(
        String actor,
        UUID commandId,
        Instant submittedAt,
        @Nullable Input input) {

    static Context of(Submission<?> command) {
        return new Context(command.actor(), command.commandId(), command.submittedAt(), null);
    }

    static Context of(Input input) {
        return new Context("service:" + input.source(), input.id(), input.occurredAt(), input);
    }
}
