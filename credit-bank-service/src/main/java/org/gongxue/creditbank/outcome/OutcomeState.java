package org.gongxue.creditbank.outcome;

/** How far an outcome came. */
public enum OutcomeState {
    /** No such outcome. */
    UNKNOWN,
    /** Handed in; every deposit is judged in the same decision, so nobody meets this state. */
    DEPOSITED,
    /** 已认定. */
    RECOGNIZED,
    /** 未认定. */
    REFUSED,
    /** 已撤销. */
    REVOKED
}
