package org.gongxue.reward.audit;

import java.time.Instant;
import java.util.Base64;
import org.gongxue.eventlog.Envelope;

/**
 * An event that something rests on: where it stands, so that it can be fetched and proven.
 *
 * @param leaf its hash, Base64
 * @param actor who is answerable
 * @param cause what brought it about
 */
public record Place(
        String service,
        long index,
        String leaf,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String cause) {

    /** Where an event stands. */
    public static Place of(Envelope e) {
        return new Place(
                e.service(),
                e.index(),
                Base64.getEncoder().encodeToString(e.leaf()),
                e.type(),
                e.occurredAt(),
                e.recordedAt(),
                e.actor(),
                e.cause());
    }
}
