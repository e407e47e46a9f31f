package org.gongxue.reward.entitlement;

/** How far an entitlement has come by its own events; the batch it lies in is not its own. */
public enum Stage {
    /** No event yet. */
    NONE,
    /** Facts are missing, or it is being assessed at this moment. */
    PENDING,
    /** The money is set aside, an officer has to approve. */
    HELD,
    /** The fund is short. */
    WAITLISTED,
    /** Owed, not paid. */
    APPROVED,
    /** Not owed, with reasons. */
    REFUSED,
    /** The bank confirmed. */
    PAID,
    /** Owed again after the bank sent the money back. */
    RETURNED,
    /** The quota's year ended before a place became free. */
    EXPIRED,
    /** Was owed, or asked for, and is no longer. */
    CANCELLED,
    /** Was paid and has to come back. */
    RECOVERING,
    /** Was paid and came back. */
    RECOVERED
}
