package org.gongxue.events.reward;

/** Events on the stream of one policy's places of one year: proposals of whole grids or parts of them. */
public sealed interface QuotaGridEvent extends RewardEvent permits QuotaProposed, QuotaConfirmed, QuotaRejected {

    /** Whose places. */
    String policyId();

    /** Of which year. */
    int year();
}
