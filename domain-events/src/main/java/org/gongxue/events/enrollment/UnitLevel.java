package org.gongxue.events.enrollment;

/** Where a unit stands in the union tree (D16). */
public enum UnitLevel {
    /** 市总工会 */
    CITY,
    /** 区（市）总工会 */
    DISTRICT,
    /** 功能区工会 */
    FUNCTIONAL_ZONE,
    /** 市直属单位工会 */
    MUNICIPAL_UNIT,
    /** 基层工会 */
    GRASSROOTS
}
