package org.gongxue.reward.entitlement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as far as decisions need it; what pages show more of is in its events.
 *
 * @param businessKeys the business facts it holds, or asked for
 * @param amountFen what is owed, once assessed; 0 before
 * @param fundId the fund it is owed from, once assessed
 * @param waitlistPosition its position in the fund's line, 0 if it never stood there
 * @param attempt the last payment attempt
 * @param recoveryOrderedBy who ordered what was paid to come back
 */
public record EntitlementState(
        Stage stage,
        String entitlementId,
        String policyId,
        int policyVersion,
        String learnerId,
        String enrollmentId,
        String unitId,
        List<String> businessKeys,
        long amountFen,
        @Nullable String fundId,
        int waitlistPosition,
        @Nullable PaymentAttempt attempt,
        @Nullable String recoveryOrderedBy) {

    static final EntitlementState NONE =
            new EntitlementState(Stage.NONE, "", "", 0, "", "", "", List.of(), 0, null, 0, null, null);

    public EntitlementState {
        businessKeys = List.copyOf(businessKeys);
    }

    /** Whether money is owed: approved, or returned by the bank. */
    public boolean owed() {
        return stage == Stage.APPROVED || stage == Stage.RETURNED;
    }

    /**
     * The fund it is owed from.
     *
     * @throws IllegalStateException if it has not been assessed, which is a bug
     */
    public String fund() {
        if (fundId == null) {
            throw new IllegalStateException(entitlementId + " has no fund yet");
        }
        return fundId;
    }

    EntitlementState at(Stage next) {
        return with(next, amountFen, fundId, waitlistPosition, attempt, recoveryOrderedBy);
    }

    EntitlementState owing(@Nullable String fund, long fen) {
        return with(stage, fen, fund, waitlistPosition, attempt, recoveryOrderedBy);
    }

    EntitlementState waiting(int position) {
        return with(Stage.WAITLISTED, amountFen, fundId, position, attempt, recoveryOrderedBy);
    }

    EntitlementState attempting(Stage next, PaymentAttempt latest) {
        return with(next, amountFen, fundId, waitlistPosition, latest, recoveryOrderedBy);
    }

    EntitlementState recovering(String orderedBy) {
        return with(Stage.RECOVERING, amountFen, fundId, waitlistPosition, attempt, orderedBy);
    }

    private EntitlementState with(
            Stage next,
            long fen,
            @Nullable String fund,
            int position,
            @Nullable PaymentAttempt latest,
            @Nullable String orderedBy) {
        return new EntitlementState(
                next,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                enrollmentId,
                unitId,
                businessKeys,
                fen,
                fund,
                position,
                latest,
                orderedBy);
    }
}
