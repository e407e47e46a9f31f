package org.gongxue.reward.waitlist;

import java.util.List;
import java.util.function.Predicate;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.quota.QuotaBook;

/** The line of a quota cell, walked strictly in its order; who has left it is passed over. */
final class Line {

    private final View view;
    private final String cellId;
    private final QuotaBook book;

    Line(View view, String cellId, QuotaBook book) {
        this.view = view;
        this.cellId = cellId;
        this.book = book;
    }

    /**
     * Walks on from the one served last, through those of these who come next.
     *
     * @param serves does what there is to do for one; false ends the walk before it
     * @return how many were served
     */
    int walk(List<String> entitlementIds, Predicate<EntitlementState> serves) {
        var served = 0;
        var through = book.state().waitlistServed();
        for (var id : entitlementIds) {
            var next = view.state(Entitlements.ENTITLEMENT, id);
            var waiting = next.waiting();
            if (waiting == null || !waiting.is(WaitingLine.QUOTA, cellId, through + 1)) {
                break;
            }
            if (next.waitsIn(WaitingLine.QUOTA)) {
                if (!serves.test(next)) {
                    break;
                }
                served++;
            }
            through++;
        }
        if (through > book.state().waitlistServed()) {
            book.serve(through);
        }
        return served;
    }
}
