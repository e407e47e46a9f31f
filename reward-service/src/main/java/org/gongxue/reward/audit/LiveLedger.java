package org.gongxue.reward.audit;

import java.util.List;

/**
 * What the live service says of its balances and entitlements, all at one index.
 *
 * @param index the last event that these values contain
 */
public record LiveLedger(long index, List<FundLine> funds, List<LiveEntitlement> entitlements) {

    public LiveLedger {
        funds = List.copyOf(funds);
        entitlements = List.copyOf(entitlements);
    }

    /**
     * An entitlement as the live service tells it.
     *
     * @param state the word of its {@link org.gongxue.reward.entitlement.Standing}
     * @param amountFen what is owed, 0 before it is assessed
     */
    public record LiveEntitlement(String id, String state, long amountFen) {}
}
