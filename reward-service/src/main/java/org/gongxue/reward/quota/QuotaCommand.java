package org.gongxue.reward.quota;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.policy.QuotaGrids;

/** What may be done to the places of a policy in one year. */
public sealed interface QuotaCommand extends RewardCommand {

    @Override
    default StreamId home() {
        return QuotaGrids.GRID.id(QuotaGrids.gridId(policyId(), year()));
    }

    @Override
    default Decision decide(View view) {
        return QuotaDecider.decide(view, this);
    }

    /** Whose places. */
    String policyId();

    /** Of which year. */
    int year();

    /**
     * One person proposes how many places cells shall have; other cells stay as they are.
     *
     * @param policyVersion the published version whose ceilings hold
     * @param reasonCode one of {@link QuotaReason}
     */
    record ProposeQuota(String policyId, int policyVersion, int year, String reasonCode, List<CellPlaces> cells)
            implements QuotaCommand {

        /** The most cells in one proposal: a state has to hold them. */
        public static final int CELLS_MAX = 200;

        public ProposeQuota {
            cells = List.copyOf(cells);
        }

        @Override
        public Set<StreamId> reads() {
            var streams = new LinkedHashSet<StreamId>();
            streams.add(home());
            cells.stream()
                    .limit(CELLS_MAX)
                    .filter(cell -> QuotaCheck.isNamed(cell.unitId()))
                    .forEach(cell -> {
                        streams.add(QuotaCells.stream(new QuotaCell(policyId, year, cell.unitId(), cell.group())));
                        streams.add(Offices.UNIT.id(cell.unitId()));
                    });
            return streams;
        }
    }

    /**
     * Another person confirms exactly the cells that were proposed.
     *
     * @param digest of the cells this person checked
     */
    record ConfirmQuota(String policyId, int year, int number, String digest) implements QuotaCommand {}

    /** Its maker takes a proposal back, or somebody else turns it down. */
    record RejectQuota(String policyId, int year, int number) implements QuotaCommand {}

    /** The answer to all: the proposal, and {@code proposed}, {@code confirmed} or {@code rejected}. */
    record QuotaAnswer(String policyId, int year, int number, String digest, List<CellPlaces> cells, String state) {

        public QuotaAnswer {
            cells = List.copyOf(cells);
        }
    }
}
