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
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record Submission<C>(
        String principal,
        UUID commandId,
        byte[] requestHash,
        String actor,
        @Nullable String correlation,
        Instant submittedAt,
        C command) {}
