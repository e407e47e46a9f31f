package org.gongxue.events.reward;

/** The accounts of a fund, in the order that money passes through them. Only {@link #EXTERNAL} may stand below zero. */
public enum LedgerAccount {
    /** Where appropriations come from. */
    EXTERNAL,
    /** 可用 */
    AVAILABLE,
    /** 占用: for an entitlement that waits for its approval. */
    HELD,
    /** 应付: owed, not yet paid. */
    PAYABLE,
    /** 在途: handed to the bank. */
    IN_TRANSIT,
    /** 已付: confirmed by the bank. */
    PAID,
    /** 应收: paid wrongly, to be recovered. */
    RECEIVABLE
}
