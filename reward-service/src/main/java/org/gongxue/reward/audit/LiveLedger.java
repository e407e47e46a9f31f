package org.gongxue.reward.audit;

import java.util.List;

/**
 * What the live service says of its balances, entitlements and places, all at one index.
 *
 * @param index the last event that these values contain
 */
public record LiveLedger(long index, List<FundLine> funds, List<LiveEntitlement> entitlements, List<LiveCell> quotas) {

    public LiveLedger {
        funds = List.copyOf(funds);
        entitlements = List.copyOf(entitlements);
        quotas = List.copyOf(quotas);
    }

    /**
     * An entitlement as the live service tells it.
     *
     * @param state the word of its {@link org.gongxue.reward.entitlement.Standing}
     * @param amountFen what is owed, 0 before it is assessed
     */
    public record LiveEntitlement(String id, String state, long amountFen) {}

    /**
     * A quota cell as the live service tells it.
     *
     * @param id the id of its stream
     * @param waiting how many entitlements stand in its line
     */
    public record LiveCell(String id, int places, int used, int waiting) {}
}
