package org.gongxue.events.reward;

/** What somebody on a waiting list waits for. */
public enum WaitingLine {
    /** 名额: a place in the quota cell. */
    QUOTA,
    /** 资金: money in a fund. */
    FUND
}
