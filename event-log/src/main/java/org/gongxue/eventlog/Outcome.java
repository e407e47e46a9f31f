package org.gongxue.eventlog;

import java.util.UUID;
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

    /**
     * The answer as the record it was.
     *
     * @throws IllegalStateException if there is none
     */
    public <A> A answerAs(Class<A> type) {
        if (answer == null) {
            throw new IllegalStateException("this outcome has no answer");
        }
        return LogJson.read(answer, type);
    }

    /** An outcome that recorded nothing. */
    static Outcome nothing(long lastIndex, boolean repeated) {
        return new Outcome(true, null, lastIndex + 1, lastIndex, null, repeated);
    }

    /** The outcome of an id that was used before for another request. */
    static Outcome keyReused(UUID commandId, long lastIndex) {
        var refusal = Refusal.invalid(KEY_REUSED, "Idempotency-Key", commandId.toString(), null);
        return new Outcome(false, refusal, lastIndex + 1, lastIndex, null, false);
    }

    /** The same outcome, no repetition if it is what the log kept of one's own, which was none. */
    Outcome asToldFirst(Outcome own) {
        boolean isOwn =
                accepted == own.accepted && firstIndex == own.firstIndex && lastIndex == own.lastIndex && !own.repeated;
        return isOwn ? new Outcome(accepted, refusal, firstIndex, lastIndex, answer, false) : this;
    }

    /** The same outcome, marked as an earlier one. */
    Outcome asRepeated() {
        return new Outcome(accepted, refusal, firstIndex, lastIndex, answer, true);
    }
}
