package org.gongxue.reward.audit;

import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogCodec;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read and, if it could be, understood.
 *
 * @param event the decoded record; null if the data is no such event
 * @param failure why it is not
 */
record Heard(
        Envelope envelope, @Nullable Object event, @Nullable String failure) {

    static Heard of(Envelope envelope, LogCodec codec) {
        try {
            return new Heard(envelope, codec.decode(envelope.type(), envelope.revision(), envelope.data()), null);
        } catch (RuntimeException e) { // bytes that are no event
            return new Heard(envelope, null, String.valueOf(e.getMessage()));
        }
    }
}
