package org.gongxue.events.creditbank;

/** 职业技能等级, lowest first: the order is the comparison. The first and the last two exist since 2022. */
public enum SkillLevel {
    /** 学徒工 */
    APPRENTICE,
    /** 初级工（五级） */
    BEGINNER,
    /** 中级工（四级） */
    INTERMEDIATE,
    /** 高级工（三级） */
    SENIOR,
    /** 技师（二级） */
    TECHNICIAN,
    /** 高级技师（一级） */
    SENIOR_TECHNICIAN,
    /** 特级技师 */
    SPECIAL_TECHNICIAN,
    /** 首席技师 */
    CHIEF_TECHNICIAN
}
