package org.gongxue.kit.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.ParkedInput;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An input that waits.
 *
 * @param source the service it comes from
 * @param index its index in that service's log
 * @param stream its stream there
 * @param type its wire name
 * @param words the type in words of the caller's language
 * @param occurredAt when it happened there
 * @param parkedIndex the event of this service's log that says it was parked
 * @param parkedAt when that was recorded
 * @param reason why it waits, in the words of the program
 * @param failure the class of what was thrown; absent if it waits behind another
 * @param behind the subject it waits behind; absent if it is itself what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedInputView(
        String source,
        long index,
        String stream,
        String type,
        String words,
        Instant occurredAt,
        long parkedIndex,
        Instant parkedAt,
        String reason,
        @Nullable String failure,
        @Nullable String behind) {

    static ParkedInputView of(ParkedInput input, Locale locale) {
        return new ParkedInputView(
                input.source(),
                input.index(),
                input.stream(),
                input.type(),
                Messages.text(input.type(), Map.of(), locale),
                input.occurredAt(),
                input.parkedIndex(),
                input.parkedAt(),
                input.reason(),
                input.failure(),
                input.behind());
    }
}
