package org.gongxue.events.enrollment;

/** 所有制 of a unit. */
public enum Ownership {
    /** 国有 */
    STATE,
    /** 集体 */
    COLLECTIVE,
    /** 私营 */
    PRIVATE,
    /** 外商及港澳台投资 */
    FOREIGN,
    /** 混合所有制 */
    MIXED,
    /** 个体 */
    INDIVIDUAL,
    /** 工会机关等，不适用 */
    NOT_APPLICABLE
}
