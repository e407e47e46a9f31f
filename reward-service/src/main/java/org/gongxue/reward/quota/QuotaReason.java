package org.gongxue.reward.quota;

/** Why cells shall have so many places. */
public enum QuotaReason {
    /** 分配: cells that had none. */
    ALLOTMENT,
    /** 调剂: places move between cells, or come or go. */
    REALLOCATION,
    /** 更正: what was allotted was wrong. */
    CORRECTION
}
