package org.gongxue.kit.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.gongxue.eventlog.Envelope;

/**
 * One event under the names of {@code docs/log-format.md}: the thirteen fields in their order, and the leaf.
 *
 * @param occurredAt microseconds since 1970
 * @param recordedAt microseconds since 1970
 * @param data the exact bytes, Base64
 * @param leaf as stored, Base64
 */
public record LogEntry(
        String service,
        long index,
        String stream,
        int version,
        UUID id,
        String type,
        int revision,
        @JsonProperty("occurred_at") long occurredAt,
        @JsonProperty("recorded_at") long recordedAt,
        String actor,
        String cause,
        String correlation,
        String data,
        String leaf) {

    static LogEntry of(Envelope event) {
        return new LogEntry(
                event.service(),
                event.index(),
                event.stream().toString(),
                event.version(),
                event.id(),
                event.type(),
                event.revision(),
                micros(event.occurredAt()),
                micros(event.recordedAt()),
                event.actor(),
                event.cause(),
                event.correlation(),
                Base64.getEncoder().encodeToString(event.data()),
                Base64.getEncoder().encodeToString(event.leaf()));
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
