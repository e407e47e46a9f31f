package org.gongxue.reward.quota;

import java.time.LocalDate;
import org.gongxue.events.reward.QuotaCell;
import org.jspecify.annotations.Nullable;

/**
 * One cell's places and its line of waiting entitlements, who may wait before places are allotted.
 *
 * @param cell which one, absent before its first event
 * @param places how many it has
 * @param used how many entitlements hold one; never below zero, never above {@code places} (invariant 5)
 * @param waitlistLast the last position given in the line
 * @param waitlistServed the last position that was served, had left or expired; equal to {@code waitlistLast} when nobody
 *     waits
 */
public record QuotaCellState(@Nullable QuotaCell cell, int places, int used, int waitlistLast, int waitlistServed) {

    static final QuotaCellState NONE = new QuotaCellState(null, 0, 0, 0, 0);

    /** Whether entitlements wait for a place. */
    public boolean hasWaiting() {
        return waitlistServed < waitlistLast;
    }

    /** Whether a place is free, whoever waits for it. */
    public boolean hasFreePlace() {
        return used < places;
    }

    /** Whether whoever comes now gets a place: one is free and nobody stands in line before. */
    public boolean hasRoom() {
        return hasFreePlace() && !hasWaiting();
    }

    /** Whether the cell's year is over on this business date. */
    public boolean hasEnded(LocalDate today) {
        return cell != null && QuotaCells.hasEnded(cell, today);
    }

    QuotaCellState with(QuotaCell which, int placesNow, int usedNow, int last, int served) {
        return new QuotaCellState(which, placesNow, usedNow, last, served);
    }
}
