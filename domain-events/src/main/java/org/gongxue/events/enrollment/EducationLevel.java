package org.gongxue.events.enrollment;

/** A person's highest schooling, lowest first: the order is the comparison. */
public enum EducationLevel {
    /** 小学 */
    PRIMARY,
    /** 初中 */
    JUNIOR_SECONDARY,
    /** 普高、职高、技校、中专 */
    SENIOR_SECONDARY,
    /** 专科 */
    ASSOCIATE,
    /** 本科 */
    BACHELOR,
    /** 研究生 */
    POSTGRADUATE
}
