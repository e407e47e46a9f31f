package org.gongxue.reward.waitlist;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.View;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.waitlist.WaitlistCommand.MovedAnswer;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;

/**
 * A free place goes to who waits for it, strictly in order, and then the money is set aside or waited for. Once the year
 * is over, {@link WhenTheYearEndsThenExpireWhoWaits} empties the line.
 */
final class WhenAPlaceIsFreeThenPromoteTheNext {

    private WhenAPlaceIsFreeThenPromoteTheNext() {}

    static Decision decide(View view, PromoteFromQuota command) {
        var state = view.state(QuotaCells.CELL, command.cellId());
        var cell = state.cell();
        var granting = new Granting(view);
        if (cell == null || state.hasEnded(BusinessCalendar.today(view))) {
            return Decision.accepted(granting.events(), new MovedAnswer(0));
        }
        var book = granting.cell(cell);
        var promoted = new Line(view, command.cellId(), book).walk(command.entitlementIds(), next -> {
            if (!book.state().hasFreePlace()) {
                return false;
            }
            granting.givePlace(
                    next,
                    view.state(Policies.POLICY, Policies.versionId(next.policyId(), next.policyVersion()))
                            .policy());
            return true;
        });
        return Decision.accepted(granting.events(), new MovedAnswer(promoted));
    }
}
