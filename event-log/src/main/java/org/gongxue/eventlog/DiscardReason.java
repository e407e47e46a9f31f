package org.gongxue.eventlog;

/** Why a parked input may be dropped. */
public enum DiscardReason {
    /** The source sent what it should not have. */
    SENT_IN_ERROR,
    /** A later event of the source says what holds. */
    SUPERSEDED,
    /** What it calls for was done in another way. */
    DONE_OTHERWISE,
    /** Nobody can tell what it says. */
    UNREADABLE
}
