package org.gongxue.events.enrollment;

/** 隶属 of a unit. */
public enum Affiliation {
    /** 中央 */
    CENTRAL,
    /** 省属 */
    PROVINCIAL,
    /** 市属 */
    MUNICIPAL,
    /** 区属 */
    DISTRICT,
    /** 无隶属 */
    NONE
}
