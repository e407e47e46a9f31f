package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in bytes, texts in UTF-8: as it is stored, hashed and published. Between the table, the hash and the topic
 * nothing needs to become a string, which is most of what reading a log would otherwise cost.
 *
 * @param occurredMicros microseconds since 1970-01-01T00:00Z, as {@code recordedMicros}
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
record EventBytes(
        byte[] service,
        long index,
        byte[] stream,
        int version,
        UUID id,
        byte[] type,
        int revision,
        long occurredMicros,
        long recordedMicros,
        byte[] actor,
        byte[] cause,
        byte[] correlation,
        byte[] data,
        byte[] leaf) {
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final RecurringTexts TEXTS = new RecurringTexts();

    static EventBytes of(Envelope e) {
        return new EventBytes(
                e.service().getBytes(UTF_8),
                e.index(),
                e.stream().toString().getBytes(UTF_8),
                e.version(),
                e.id(),
                e.type().getBytes(UTF_8),
                e.revision(),
                micros(e.occurredAt()),
                micros(e.recordedAt()),
                e.actor().getBytes(UTF_8),
                e.cause().getBytes(UTF_8),
                e.correlation().getBytes(UTF_8),
                e.data(),
                e.leaf());
    }

    /** @throws IllegalArgumentException if its stream is not the name of one */
    Envelope envelope() {
        return new Envelope(
                TEXTS.text(service),
                index,
                StreamId.parse(new String(stream, UTF_8)),
                version,
                id,
                TEXTS.text(type),
                revision,
                instant(occurredMicros),
                instant(recordedMicros),
                TEXTS.text(actor),
                new String(cause, UTF_8),
                new String(correlation, UTF_8),
                data,
                leaf);
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_OF_SECOND + instant.getNano() / NANOS_OF_MICRO;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }
}
