package org.gongxue.reward.policy;

import java.util.List;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.GroupPlaces;
import org.gongxue.events.reward.QuotaConfirmed;
import org.gongxue.events.reward.QuotaGridEvent;
import org.gongxue.events.reward.QuotaProposed;
import org.gongxue.events.reward.QuotaRejected;
import org.jspecify.annotations.Nullable;

/** All places of one policy in one year: what is proposed, and what the cells come to per group. */
public final class QuotaGrids {

    /**
     * The grid of a policy and year.
     *
     * @param proposals proposals so far
     * @param open the one that waits for its second person, at most one at a time
     * @param totals what all cells together have per group; a group without places is absent
     */
    public record GridState(int proposals, @Nullable QuotaProposed open, List<GroupPlaces> totals) {

        public GridState {
            totals = List.copyOf(totals);
        }

        /** The places of a group, all units together. */
        public int total(String group) {
            return totals.stream()
                    .filter(t -> t.group().equals(group))
                    .mapToInt(GroupPlaces::places)
                    .sum();
        }
    }

    /** Grids, by {@link #gridId}. */
    public static final StreamType<GridState> GRID =
            StreamType.of("quota-grid", GridState.class, 1, new GridState(0, null, List.of()), QuotaGrids::evolve);

    private QuotaGrids() {}

    /** The stream id of a policy's grid of one year. */
    public static String gridId(String policyId, int year) {
        return policyId + "." + year;
    }

    /** What the second person confirms: SHA-256 in lower-case hex of everything the proposal would change. */
    public static String digest(String policyId, int year, int number, List<CellPlaces> cells) {
        var text = new StringBuilder(policyId + " " + year + " " + number);
        for (var cell : cells) {
            text.append('\n')
                    .append(cell.unitId())
                    .append('\t')
                    .append(cell.group())
                    .append('\t')
                    .append(cell.places());
        }
        return CanonicalJson.digest(text.toString());
    }

    private static GridState evolve(GridState grid, Object event) {
        return switch ((QuotaGridEvent) event) {
            case QuotaProposed e -> {
                if (grid.open() != null || e.number() != grid.proposals() + 1) {
                    throw new IllegalStateException("proposal " + e.number() + " cannot follow " + grid.proposals());
                }
                yield new GridState(e.number(), e, grid.totals());
            }
            case QuotaConfirmed e -> new GridState(settled(grid, e.number()), null, e.totals());
            case QuotaRejected e -> new GridState(settled(grid, e.number()), null, grid.totals());
        };
    }

    private static int settled(GridState grid, int number) {
        if (grid.open() == null || grid.open().number() != number) {
            throw new IllegalStateException("proposal " + number + " does not wait for its second person");
        }
        return grid.proposals();
    }
}
