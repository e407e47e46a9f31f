package org.gongxue.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param accepted whether it took effect
 * @param refusal why not, if not
 * @param firstIndex the index of its first event
 * @param lastIndex the index of its last event; {@code firstIndex - 1} if it recorded none, and then the log's last
 *     index at that moment
 * @param answer the decision's answer as JSON
 * @param repeated whether this is the stored outcome of an earlier submission
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record Outcome(
        boolean accepted,
        @Nullable Refusal refusal,
        long firstIndex,
        long lastIndex,
        byte @Nullable [] answer,
        boolean repeated) {

    /** The code of a refusal that means: this id was used before, for another request. */
    public static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

    /** The same outcome, marked as an earlier one. */
    Outcome asRepeated() {
        return new Outcome(accepted, refusal, firstIndex, lastIndex, answer, true);
    }
}
