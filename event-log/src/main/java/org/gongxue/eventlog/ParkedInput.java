package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An input that waits, for those who look after the log.
 *
 * @param subject the line that it waits in: whom it is about or, if that cannot be told, the stream it comes from
 * @param source the service it comes from
 * @param index its index there
 * @param id its id there
 * @param stream its stream there
 * @param type its wire name
 * @param occurredAt when it happened there
 * @param parkedIndex the event of this log that says it was parked
 * @param parkedAt when that was recorded
 * @param reason why it waits, in full; it may quote the input, so it is for staff only
 * @param failure the class of what was thrown; null if it waits behind another
 * @param behind the line that it waits behind; null if it is itself what is wrong
 */
public record ParkedInput(
        String subject,
        String source,
        long index,
        UUID id,
        String stream,
        String type,
        Instant occurredAt,
        long parkedIndex,
        Instant parkedAt,
        String reason,
        @Nullable String failure,
        @Nullable String behind) {

    static ParkedInput of(Parked parked) {
        Input input = parked.input();
        return new ParkedInput(
                parked.subject(),
                input.source(),
                input.index(),
                input.id(),
                input.stream(),
                input.type(),
                input.occurredAt(),
                parked.parkedIndex(),
                parked.parkedAt(),
                parked.why().reason(),
                parked.why().failure(),
                parked.why().behind());
    }
}
