package org.gongxue.reward.entitlement;

import java.util.List;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.WaitingLine;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as far as decisions need it; what pages show more of is in its events.
 *
 * @param businessKeys the business facts it holds, or asked for
 * @param basis the stream of facts it hangs on
 * @param amountFen what is owed, once assessed; 0 before
 * @param quotaCell the cell it needs a place in, once assessed; null without a quota
 * @param shares what each fund pays of it once assessed, the leading fund first
 * @param waiting the line it stands in or stood in last; null if it never stood in one
 * @param attempt the last payment attempt
 * @param recoveryOrderedBy who ordered what was paid to come back
 * @param revokedFor why the fact it was opened on was revoked; null while it stands
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
        @Nullable QuotaCell quotaCell,
        List<FundShare> shares,
        @Nullable Waiting waiting,
        @Nullable PaymentAttempt attempt,
        @Nullable String recoveryOrderedBy,
        @Nullable String revokedFor) {

    /**
     * A place in a line.
     *
     * @param lineId the id of the quota cell's stream, or the fund
     * @param position the n-th in that line
     */
    public record Waiting(WaitingLine line, String lineId, int position) {

        /** Whether it is the place with this number in that line. */
        public boolean is(WaitingLine which, String id, int number) {
            return line == which && lineId.equals(id) && position == number;
        }
    }

    static final EntitlementState NONE = new EntitlementState(
            Stage.NONE, "", "", 0, "", "", "", List.of(), 0, null, List.of(), null, null, null, null);

    public EntitlementState {
        businessKeys = List.copyOf(businessKeys);
        shares = List.copyOf(shares);
    }

    /** Whether money is owed: approved, or returned by the bank. */
    public boolean owed() {
        return stage == Stage.APPROVED || stage == Stage.RETURNED;
    }

    /** Whether it stands in this line now. */
    public boolean waitsIn(WaitingLine line) {
        return stage == Stage.WAITLISTED && waiting != null && waiting.line() == line;
    }

    /** Whether it holds a place of its quota cell: it was granted one, and neither lost nor paid it back. */
    public boolean placeHeld() {
        return quotaCell != null
                && revokedFor == null
                && switch (stage) {
                    case HELD, APPROVED, PAID, RETURNED -> true;
                    case WAITLISTED -> waitsIn(WaitingLine.FUND);
                    case NONE, PENDING, REFUSED, EXPIRED, CANCELLED, RECOVERING, RECOVERED -> false;
                };
    }

    /** Whether it holds its business facts (invariant 4): from its opening until it is over without having been paid. */
    public boolean keysHeld() {
        return switch (stage) {
            case PENDING, HELD, WAITLISTED, APPROVED, PAID, RETURNED, RECOVERING -> true;
            case RECOVERED -> revokedFor == null;
            case NONE, REFUSED, EXPIRED, CANCELLED -> false;
        };
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
        return with(next, waiting, attempt, recoveryOrderedBy, revokedFor);
    }

    EntitlementState owing(long fen, @Nullable QuotaCell cell, List<FundShare> from) {
        return new EntitlementState(
                stage,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                basis,
                unitId,
                businessKeys,
                fen,
                cell,
                from,
                waiting,
                attempt,
                recoveryOrderedBy,
                revokedFor);
    }

    EntitlementState waiting(Waiting place) {
        return with(Stage.WAITLISTED, place, attempt, recoveryOrderedBy, revokedFor);
    }

    EntitlementState attempting(Stage next, PaymentAttempt latest) {
        return with(next, waiting, latest, recoveryOrderedBy, revokedFor);
    }

    EntitlementState recovering(String orderedBy) {
        return with(Stage.RECOVERING, waiting, attempt, orderedBy, revokedFor);
    }

    EntitlementState revoked(String reasonCode) {
        return with(stage, waiting, attempt, recoveryOrderedBy, reasonCode);
    }

    private EntitlementState with(
            Stage next,
            @Nullable Waiting place,
            @Nullable PaymentAttempt latest,
            @Nullable String orderedBy,
            @Nullable String revoked) {
        return new EntitlementState(
                next,
                entitlementId,
                policyId,
                policyVersion,
                learnerId,
                basis,
                unitId,
                businessKeys,
                amountFen,
                quotaCell,
                shares,
                place,
                latest,
                orderedBy,
                revoked);
    }
}
