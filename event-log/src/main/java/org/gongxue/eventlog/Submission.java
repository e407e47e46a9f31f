package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command handed in. The pair of principal and command id is answered once, however often it comes.
 *
 * @param principal within whom command ids are unique, such as {@code user:<subject>}
 * @param commandId the caller's id of the command
 * @param requestHash a digest of the request; the same id with another hash is refused
 * @param actor who is answerable for the events
 * @param correlation what the command belongs to; null means itself
 * @param submittedAt when it was handed in
 * @param command the command
 * @param traceparent the traced work that it is part of, as W3C writes it; never kept with the events
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record Submission<C>(
        String principal,
        UUID commandId,
        byte[] requestHash,
        String actor,
        @Nullable String correlation,
        Instant submittedAt,
        C command,
        @Nullable String traceparent) {

    private static final int TEXT_MAX = 200;

    /**
     * Checks the texts, which go into every event.
     *
     * @throws IllegalArgumentException if one is longer than 200 characters or holds a NUL
     */
    public Submission {
        check("principal", principal);
        check("actor", actor);
        if (correlation != null) {
            check("correlation", correlation);
        }
    }

    /** A command that is part of no traced work. */
    public Submission(
            String principal,
            UUID commandId,
            byte[] requestHash,
            String actor,
            @Nullable String correlation,
            Instant submittedAt,
            C command) {
        this(principal, commandId, requestHash, actor, correlation, submittedAt, command, null);
    }

    Submission<C> under(String traceparent) {
        return new Submission<>(
                principal, commandId, requestHash, actor, correlation, submittedAt, command, traceparent);
    }

    private static void check(String name, String text) {
        if (text.isEmpty() || text.length() > TEXT_MAX || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " is not 1 to 200 characters without NUL");
        }
    }
}
