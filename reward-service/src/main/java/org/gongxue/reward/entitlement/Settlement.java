package org.gongxue.reward.entitlement;

/** What the bank said of one payment attempt. */
public enum Settlement {
    /** Nothing yet. */
    OPEN,
    /** Paid. */
    CONFIRMED,
    /** Sent back. */
    RETURNED
}
