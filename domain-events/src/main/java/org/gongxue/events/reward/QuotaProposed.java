package org.gongxue.events.reward;

import java.util.List;

/**
 * One person proposes how many places cells shall have.
 *
 * @param policyVersion the published version whose ceilings it was checked against
 * @param number counts from 1 within policy and year
 * @param reasonCode why: a first allotment or the reason of a 调剂
 * @param digest of the cells, which the second person names
 */
public record QuotaProposed(
        String policyId,
        int policyVersion,
        int year,
        int number,
        List<CellPlaces> cells,
        String reasonCode,
        String digest,
        String proposedBy)
        implements QuotaGridEvent {

    public QuotaProposed {
        cells = List.copyOf(cells);
    }
}
