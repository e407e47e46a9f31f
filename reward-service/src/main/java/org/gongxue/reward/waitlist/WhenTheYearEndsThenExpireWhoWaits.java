package org.gongxue.reward.waitlist;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.View;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.TakingBack;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.MovedAnswer;

/** The business date has left the cell's year: who waits for a place gets none, and the business facts are free again. */
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
        var expired = new Line(view, command.cellId(), granting.cell(cell)).walk(command.entitlementIds(), next -> {
            takingBack.expire(next, today);
            return true;
        });
        return Decision.accepted(granting.events(), new MovedAnswer(expired));
    }
}
