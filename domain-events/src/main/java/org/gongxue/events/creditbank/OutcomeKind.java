package org.gongxue.events.creditbank;

/** What kind of learning outcome 学习成果 was deposited. */
public enum OutcomeKind {
    /** 职业技能等级证书 */
    SKILL_CERTIFICATE,
    /** 职业资格证书，如社会工作者 */
    PROFESSIONAL_QUALIFICATION,
    /** 职工技能竞赛名次 */
    CONTEST_RESULT
}
