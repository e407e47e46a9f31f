package org.gongxue.events.enrollment;

/** The type digit of an 18-digit diploma number: 1, 5, 6 or 7. */
public enum DiplomaType {
    /** 普通 1 */
    ORDINARY,
    /** 成人 5 */
    ADULT,
    /** 自学考试 6 */
    SELF_STUDY,
    /** 网络教育 7 */
    NETWORK
}
