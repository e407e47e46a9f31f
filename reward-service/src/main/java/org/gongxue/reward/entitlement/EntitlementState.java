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
        @Nullable PaymentAttempt attempt) {

    static final EntitlementState NONE =
            new EntitlementState(Stage.NONE, "", "", 0, "", "", "", List.of(), 0, null, 0, null);

    public EntitlementState {
        businessKeys = List.copyOf(businessKeys);
    }

    /** Whether money is owed and not on its way. */
    public boolean payable() {
        return (stage == Stage.APPROVED || stage == Stage.RETURNED)
                && (attempt == null || attempt.settlement() != Settlement.OPEN);
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
        return new EntitlementState(
                next,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                enrollmentId,
                unitId,
                businessKeys,
                amountFen,
                fundId,
                waitlistPosition,
                attempt);
    }

    EntitlementState owing(@Nullable String fund, long fen) {
        return new EntitlementState(
                stage,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                enrollmentId,
                unitId,
                businessKeys,
                fen,
                fund,
                waitlistPosition,
                attempt);
    }

    EntitlementState waiting(int position) {
        return new EntitlementState(
                Stage.WAITLISTED,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                enrollmentId,
                unitId,
                businessKeys,
                amountFen,
                fundId,
                position,
                attempt);
    }

    EntitlementState attempting(Stage next, PaymentAttempt latest) {
        return new EntitlementState(
                next,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                enrollmentId,
                unitId,
                businessKeys,
                amountFen,
                fundId,
                waitlistPosition,
                latest);
    }
}
