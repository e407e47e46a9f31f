package org.gongxue.reward.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.quota.QuotaCellState;

/**
 * Holds the places that were replayed against what the live service says, cell by cell. Who waits is counted from the
 * entitlements, not from the cell: the line does not move past those who left it until somebody is served.
 */
final class QuotaComparison {

    private QuotaComparison() {}

    static void compare(
            Tellings<QuotaCellState> replayed,
            Tellings<EntitlementState> entitlements,
            LiveLedger live,
            Findings findings) {
        var waiting = waiting(entitlements);
        var told = new HashSet<String>();
        for (var cell : live.quotas()) {
            told.add(cell.id());
            var what = "quota/" + cell.id();
            var mine = replayed.get(cell.id());
            if (mine == null || mine.state().cell() == null) {
                findings.add(new Difference(what, 0, "open", LedgerComparison.ABSENT));
                continue;
            }
            var state = mine.state();
            var index = mine.lastIndex();
            compare(what + " places", index, cell.places(), state.places(), findings);
            compare(what + " used", index, cell.used(), state.used(), findings);
            compare(what + " waiting", index, cell.waiting(), waiting.getOrDefault(cell.id(), 0L), findings);
        }
        replayed.forEach((id, mine) -> {
            if (mine.state().cell() != null && !told.contains(id)) {
                findings.add(new Difference("quota/" + id, mine.lastIndex(), LedgerComparison.ABSENT, "open"));
            }
        });
    }

    private static Map<String, Long> waiting(Tellings<EntitlementState> entitlements) {
        var waiting = new HashMap<String, Long>();
        entitlements.forEach((_, entitlement) -> {
            var place = entitlement.state().waiting();
            if (place != null && entitlement.state().waitsIn(WaitingLine.QUOTA)) {
                waiting.merge(place.lineId(), 1L, Long::sum);
            }
        });
        return waiting;
    }

    private static void compare(String what, long index, long live, long replayed, Findings findings) {
        LedgerComparison.compare(what, index, Long.toString(live), Long.toString(replayed), findings);
    }
}
