package org.gongxue.events.creditbank;

/** What kind of learning outcome 学习成果 was deposited. */
public enum OutcomeKind {
    /** 职业技能等级证书 */
    SKILL_CERTIFICATE
}
