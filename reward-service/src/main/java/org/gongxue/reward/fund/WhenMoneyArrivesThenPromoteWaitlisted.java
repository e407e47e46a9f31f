package org.gongxue.reward.fund;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.PromotedAnswer;
import org.gongxue.reward.policy.Policies;

/**
 * Free money goes to those who wait, strictly in their order: who comes first and cannot be covered keeps everyone
 * behind waiting. Who has left the line is passed over, and who lacks the money of another fund waits there instead.
 */
final class WhenMoneyArrivesThenPromoteWaitlisted {

    private WhenMoneyArrivesThenPromoteWaitlisted() {}

    static Decision decide(View view, PromoteWaitlisted command) {
        var granting = new Granting(view);
        var book = granting.books().book(command.fundId());
        var promoted = 0;
        var served = book.fund().waitlistServed();
        for (var id : command.entitlementIds()) {
            var next = view.state(Entitlements.ENTITLEMENT, id);
            var waiting = next.waiting();
            if (waiting == null || !waiting.is(WaitingLine.FUND, command.fundId(), served + 1)) {
                break;
            }
            if (next.waitsIn(WaitingLine.FUND)) {
                if (!book.has(share(next, command.fundId()))) {
                    break;
                }
                granting.giveMoney(
                        next,
                        command.fundId(),
                        view.state(Policies.POLICY, Policies.versionId(next.policyId(), next.policyVersion()))
                                .policy());
                promoted++;
            }
            served++;
        }
        if (served > book.fund().waitlistServed()) {
            book.serve(served);
        }
        return Decision.accepted(granting.events(), new PromotedAnswer(promoted));
    }

    private static long share(EntitlementState waiting, String fundId) {
        return waiting.shares().stream()
                .filter(share -> share.fundId().equals(fundId))
                .mapToLong(FundShare::amountFen)
                .sum();
    }
}
