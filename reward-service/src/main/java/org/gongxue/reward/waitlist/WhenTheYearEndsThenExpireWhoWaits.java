package org.gongxue.reward.waitlist;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.View;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.TakingBack;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.MovedAnswer;

/**
 * The business date has left the cell's year: places that are free still go to who waited for them, in order; everybody else
 * in line gets none, and their business facts are free again. So it does not matter whether the line was moved on just before
 * the year ended or just after.
 */
final class WhenTheYearEndsThenExpireWhoWaits {

    private WhenTheYearEndsThenExpireWhoWaits() {}

    static Decision decide(View view, ExpireWaitlisted command) {
        var state = view.state(QuotaCells.CELL, command.cellId());
        var cell = state.cell();
        var today = BusinessCalendar.today(view);
        var granting = new Granting(view);
        if (cell == null || !state.hasEnded(today)) {
            return Decision.accepted(granting.events(), new MovedAnswer(0));
        }
        var takingBack = new TakingBack(granting);
        var book = granting.cell(cell);
        var moved = new Line(view, command.cellId(), book).walk(command.entitlementIds(), next -> {
            if (book.state().hasFreePlace()) {
                granting.givePlace(
                        next,
                        view.state(Policies.POLICY, Policies.versionId(next.policyId(), next.policyVersion()))
                                .policy());
            } else {
                takingBack.expire(next, today);
            }
            return true;
        });
        return Decision.accepted(granting.events(), new MovedAnswer(moved));
    }
}
