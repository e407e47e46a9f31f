package org.gongxue.events.reward;

import java.util.List;

/**
 * Another person confirms a proposal; the cells' own events follow in the same commit.
 *
 * @param totals what all cells of the year come to afterwards, per group, in the groups' order
 */
public record QuotaConfirmed(
        String policyId, int year, int number, String digest, List<GroupPlaces> totals, String confirmedBy)
        implements QuotaGridEvent {

    public QuotaConfirmed {
        totals = List.copyOf(totals);
    }
}
