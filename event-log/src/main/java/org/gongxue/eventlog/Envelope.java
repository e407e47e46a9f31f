package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of a log as it is kept, hashed and published.
 *
 * @param service the service whose log it is
 * @param index its place in the log, dense from 1: commit order, publication order and leaf number (invariant 2)
 * @param stream the stream it stands on
 * @param version its place in the stream, dense from 1
 * @param id derived from service, cause and ordinal
 * @param type the wire name
 * @param revision the revision of the data's shape
 * @param occurredAt when it happened in the world, microseconds
 * @param recordedAt when the log took it, microseconds, never before its predecessor
 * @param actor who is answerable
 * @param cause {@code command:<principal>/<id>} or {@code input:<source>/<index>}
 * @param correlation what it belongs to, across services
 * @param data the exact JSON bytes
 * @param leaf the SHA-256 over all of the above, see {@link Leaf}
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record Envelope(
        String service,
        long index,
        StreamId stream,
        int version,
        UUID id,
        String type,
        int revision,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String cause,
        String correlation,
        byte[] data,
        byte[] leaf) {

    private static final byte[] UNSEALED = {};

    /** An envelope whose leaf is the hash of all the rest. */
    @SuppressWarnings("TooManyParameters") // one per column
    static Envelope sealed(
            String service,
            long index,
            StreamId stream,
            int version,
            UUID id,
            EventCodec.Encoded event,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            Cause cause) {
        var unsealed = new Envelope(
                service,
                index,
                stream,
                version,
                id,
                event.type(),
                event.revision(),
                occurredAt,
                recordedAt,
                actor,
                cause.text(),
                cause.correlation(),
                event.data(),
                UNSEALED);
        return unsealed.withLeaf(Leaf.of(unsealed));
    }

    private Envelope withLeaf(byte[] hash) {
        return new Envelope(
                service,
                index,
                stream,
                version,
                id,
                type,
                revision,
                occurredAt,
                recordedAt,
                actor,
                cause,
                correlation,
                data,
                hash);
    }
}
