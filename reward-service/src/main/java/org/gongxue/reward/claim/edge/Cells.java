package org.gongxue.reward.claim.edge;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.claim.edge.AssessmentView.PlaceView;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.Shortfall;
import org.gongxue.reward.quota.QuotaCellState;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.quota.edge.QuotaCellRow;
import org.gongxue.reward.quota.edge.Unit;
import org.jspecify.annotations.Nullable;

/** What one more claim would get of a quota cell as it stands now. */
@Singleton
class Cells {

    private final EventLog<Object> log;

    Cells(EventLog<Object> log) {
        this.log = log;
    }

    /** Why nobody gets a place any more: the cell's year is over and none is free; null otherwise. */
    @Nullable
    EntitlementReason ended(QuotaCell cell, LocalDate today) {
        var state = log.read(QuotaCells.CELL, QuotaCells.cellId(cell));
        return QuotaCells.hasEnded(cell, today) && !state.hasRoom()
                ? new EntitlementReason(
                        "QUOTA_YEAR_ENDED", "quota", null, today.toString(), "<= " + cell.year() + "-12-31", null, null)
                : null;
    }

    PlaceView place(QuotaCell cell, PolicyDocument policy) {
        var id = QuotaCells.cellId(cell);
        var state = log.read(QuotaCells.CELL, id);
        var outcome = outcome(state, policy.shortfall());
        return new PlaceView(
                cell.unitId(),
                unitName(cell.unitId()),
                cell.group(),
                cell.year(),
                state.places(),
                state.used(),
                QuotaCellRow.cell(id).map(row -> row.waiting).orElse(0),
                state.places() - state.used(),
                outcome,
                switch (outcome) {
                    case "place" -> state.used() + 1;
                    case "waitlist" -> state.waitlistLast() + 1;
                    default -> null;
                });
    }

    private static String outcome(QuotaCellState state, Shortfall shortfall) {
        if (state.hasRoom()) {
            return "place";
        }
        return shortfall == Shortfall.WAITLIST ? "waitlist" : "none";
    }

    private static String unitName(String unitId) {
        var unit = Unit.byId(List.of(unitId)).get(unitId);
        return unit == null ? unitId : unit.name;
    }
}
