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
 * behind waiting.
 */
final class WhenMoneyArrivesThenPromoteWaitlisted {

    private WhenMoneyArrivesThenPromoteWaitlisted() {}

    static Decision decide(View view, PromoteWaitlisted command) {
        var granting = new Granting(view);
        var book = granting.book(command.fundId());
        var promoted = 0;
        var served = book.fund().waitlistServed();
        for (var id : command.entitlementIds()) {
            var waiting = view.state(Entitlements.ENTITLEMENT, id);
            if (!isNext(waiting, command.fundId(), served + 1)
                    || book.fund().balance(LedgerAccount.AVAILABLE) < waiting.amountFen()) {
                break;
            }
            served++;
            promoted++;
            var policy = view.state(Policies.POLICY, Policies.versionId(waiting.policyId(), waiting.policyVersion()))
                    .policy();
            granting.reserve(id, policy, command.fundId(), waiting.amountFen());
        }
        if (promoted > 0) {
            book.serve(served);
        }
        return Decision.accepted(granting.events(), new PromotedAnswer(promoted));
    }

    private static boolean isNext(EntitlementState waiting, String fundId, int position) {
        return waiting.stage() == Stage.WAITLISTED
                && fundId.equals(waiting.fundId())
                && waiting.waitlistPosition() == position;
    }
}
