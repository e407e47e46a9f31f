package org.gongxue.reward.quota;

import java.time.LocalDate;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.QuotaCellEvent;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.gongxue.reward.policy.CanonicalJson;

/**
 * How a cell of a quota follows from its events. Invariant 5 is asserted here on every event that is folded, whoever made
 * it: no more places in use than there are, and none given back that nobody held.
 */
public final class QuotaCells {

    /** Cells by {@link #cellId}. */
    public static final StreamType<QuotaCellState> CELL =
            StreamType.of("quota-cell", QuotaCellState.class, 1, QuotaCellState.NONE, QuotaCells::evolve);

    private QuotaCells() {}

    /** The id of a cell's stream: {@code Q-} and a digest of what the cell is. */
    public static String cellId(QuotaCell cell) {
        return "Q-"
                + CanonicalJson.digest(String.join(
                                " ", cell.policyId(), Integer.toString(cell.year()), cell.unitId(), cell.group()))
                        .substring(0, 16);
    }

    /** A cell's stream. */
    public static StreamId stream(QuotaCell cell) {
        return CELL.id(cellId(cell));
    }

    /** Whether a cell's year is over on this business date. */
    public static boolean hasEnded(QuotaCell cell, LocalDate today) {
        return today.getYear() > cell.year();
    }

    /**
     * The cell after one more event.
     *
     * @throws QuotaBrokenException if the event breaks invariant 5 or cannot follow this state
     */
    static QuotaCellState evolve(QuotaCellState state, Object event) {
        var cell = ((QuotaCellEvent) event).cell();
        require(state.cell() == null || state.cell().equals(cell), cell, "is on another cell's stream");
        return switch ((QuotaCellEvent) event) {
            case PlacesAllotted e -> inUse(state, cell, e.places(), state.used());
            case QuotaPlaceTaken _ -> inUse(state, cell, state.places(), state.used() + 1);
            case QuotaPlaceFreed _ -> inUse(state, cell, state.places(), state.used() - 1);
            case QuotaWaitlistJoined e -> {
                require(e.position() == state.waitlistLast() + 1, cell, "skips a position in the line");
                yield state.with(cell, state.places(), state.used(), e.position(), state.waitlistServed());
            }
            case QuotaWaitlistServed e -> {
                require(
                        e.throughPosition() > state.waitlistServed() && e.throughPosition() <= state.waitlistLast(),
                        cell,
                        "serves positions that nobody holds");
                yield state.with(cell, state.places(), state.used(), state.waitlistLast(), e.throughPosition());
            }
        };
    }

    private static QuotaCellState inUse(QuotaCellState state, QuotaCell cell, int places, int used) {
        require(used >= 0 && used <= places, cell, "would have " + used + " of " + places + " places in use");
        return state.with(cell, places, used, state.waitlistLast(), state.waitlistServed());
    }

    private static void require(boolean holds, QuotaCell cell, String fault) {
        if (!holds) {
            throw new QuotaBrokenException(cell + " " + fault);
        }
    }
}
