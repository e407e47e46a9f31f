package org.gongxue.reward.fund;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.PromotedAnswer;
import org.gongxue.reward.policy.Policies;

/**
 * Free money goes to those who wait, strictly in their order: who comes first and cannot be covered keeps everyone
 * behind waiting. Who has left the line is passed over.
 */
final class WhenMoneyArrivesThenPromoteWaitlisted {

    private WhenMoneyArrivesThenPromoteWaitlisted() {}

    static Decision decide(View view, PromoteWaitlisted command) {
        var granting = new Granting(view);
        var book = granting.book(command.fundId());
        var promoted = 0;
        var served = book.fund().waitlistServed();
        for (var id : command.entitlementIds()) {
            var next = view.state(Entitlements.ENTITLEMENT, id);
            if (!command.fundId().equals(next.fundId()) || next.waitlistPosition() != served + 1) {
                break;
            }
            if (next.stage() == Stage.WAITLISTED) {
                if (book.fund().balance(LedgerAccount.AVAILABLE) < next.amountFen()) {
                    break;
                }
                promote(view, granting, next);
                promoted++;
            }
            served++;
        }
        if (served > book.fund().waitlistServed()) {
            book.serve(served);
        }
        return Decision.accepted(granting.events(), new PromotedAnswer(promoted));
    }

    private static void promote(View view, Granting granting, EntitlementState next) {
        var policy = view.state(Policies.POLICY, Policies.versionId(next.policyId(), next.policyVersion()))
                .policy();
        granting.reserve(next.entitlementId(), policy, next.fund(), next.amountFen());
    }
}
