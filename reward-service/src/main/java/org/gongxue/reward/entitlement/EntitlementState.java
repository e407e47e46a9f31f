package org.gongxue.reward.entitlement;

import java.util.List;
import org.gongxue.events.reward.FundShare;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as far as decisions need it; what pages show more of is in its events.
 *
 * @param businessKeys the business facts it holds, or asked for
 * @param amountFen what is owed, once assessed; 0 before
 * @param basis the stream of facts it hangs on
 * @param shares what each fund pays of it once assessed, the leading fund first
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
        String basis,
        String unitId,
        List<String> businessKeys,
        long amountFen,
        List<FundShare> shares,
        int waitlistPosition,
        @Nullable PaymentAttempt attempt,
        @Nullable String recoveryOrderedBy) {

    static final EntitlementState NONE =
            new EntitlementState(Stage.NONE, "", "", 0, "", "", "", List.of(), 0, List.of(), 0, null, null);

    public EntitlementState {
        businessKeys = List.copyOf(businessKeys);
        shares = List.copyOf(shares);
    }

    /** Whether money is owed: approved, or returned by the bank. */
    public boolean owed() {
        return stage == Stage.APPROVED || stage == Stage.RETURNED;
    }

    /** The leading fund it is owed from, once assessed. */
    public @Nullable String fundId() {
        return shares.isEmpty() ? null : shares.getFirst().fundId();
    }

    /**
     * The fund it is owed from.
     *
     * @throws IllegalStateException if it has not been assessed, which is a bug
     */
    public String fund() {
        if (shares.isEmpty()) {
            throw new IllegalStateException(entitlementId + " has no fund yet");
        }
        return shares.getFirst().fundId();
    }

    EntitlementState at(Stage next) {
        return with(next, amountFen, shares, waitlistPosition, attempt, recoveryOrderedBy);
    }

    EntitlementState owing(List<FundShare> from, long fen) {
        return with(stage, fen, from, waitlistPosition, attempt, recoveryOrderedBy);
    }

    EntitlementState waiting(int position) {
        return with(Stage.WAITLISTED, amountFen, shares, position, attempt, recoveryOrderedBy);
    }

    EntitlementState attempting(Stage next, PaymentAttempt latest) {
        return with(next, amountFen, shares, waitlistPosition, latest, recoveryOrderedBy);
    }

    EntitlementState recovering(String orderedBy) {
        return with(Stage.RECOVERING, amountFen, shares, waitlistPosition, attempt, orderedBy);
    }

    private EntitlementState with(
            Stage next,
            long fen,
            List<FundShare> from,
            int position,
            @Nullable PaymentAttempt latest,
            @Nullable String orderedBy) {
        return new EntitlementState(
                next,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                basis,
                unitId,
                businessKeys,
                fen,
                from,
                position,
                latest,
                orderedBy);
    }
}
