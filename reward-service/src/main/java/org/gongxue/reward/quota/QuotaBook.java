package org.gongxue.reward.quota;

import java.util.ArrayList;
import java.util.List;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.QuotaCellEvent;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;

/**
 * A cell's places while one decision gives and takes them. Each event is folded at once, so the next one sees what it
 * left, and one that breaks invariant 5 never leaves the decision. Lives as long as the decision.
 */
public final class QuotaBook {

    private final QuotaCell cell;
    private final List<NewEvent> events = new ArrayList<>();
    private QuotaCellState state;

    private QuotaBook(QuotaCell cell, QuotaCellState state) {
        this.cell = cell;
        this.state = state;
    }

    /** Opens the book of a cell as it stands. */
    public static QuotaBook of(View view, QuotaCell cell) {
        return new QuotaBook(cell, view.state(QuotaCells.CELL, QuotaCells.cellId(cell)));
    }

    /** The cell with everything written so far. */
    public QuotaCellState state() {
        return state;
    }

    /** What was written, in order. */
    public List<NewEvent> events() {
        return List.copyOf(events);
    }

    /** Whether whoever comes now gets a place: one is free and nobody stands in line before. */
    public boolean hasRoom() {
        return state.hasRoom();
    }

    /** 分配: from now on the cell has this many places; {@code number} is the confirmed proposal's. */
    public void allot(int places, int number) {
        write(new PlacesAllotted(cell, places, number));
    }

    /** 占用: an entitlement takes a place. */
    public void take(String entitlementId) {
        write(new QuotaPlaceTaken(cell, entitlementId));
    }

    /** 释放: it lets go of its place. */
    public void free(String entitlementId, String reasonCode) {
        write(new QuotaPlaceFreed(cell, entitlementId, reasonCode));
    }

    /** 候补: someone joins the line; the position given. */
    public int join(String entitlementId) {
        var position = state.waitlistLast() + 1;
        write(new QuotaWaitlistJoined(cell, entitlementId, position));
        return position;
    }

    /** 候补 through this position have been served, have left or have expired. */
    public void serve(int throughPosition) {
        write(new QuotaWaitlistServed(cell, throughPosition));
    }

    private void write(QuotaCellEvent event) {
        state = QuotaCells.evolve(state, event);
        events.add(NewEvent.of(QuotaCells.stream(cell), event));
    }
}
