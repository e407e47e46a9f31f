package org.gongxue.events.enrollment;

/** 层次 of a degree program. */
public enum DegreeLevel {
    /** 专科 */
    ASSOCIATE,
    /** 本科 */
    BACHELOR
}
