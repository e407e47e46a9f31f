package org.gongxue.events.enrollment;

/** The least schooling a program asks of an applicant (D1); a property of each program. */
public enum EntryLevel {
    /** 初中起点 */
    JUNIOR_SECONDARY,
    /** 高中起点 */
    SENIOR_SECONDARY,
    /** 专科起点 */
    ASSOCIATE
}
