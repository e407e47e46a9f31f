package org.gongxue.creditbank.conversionrule;

/** How far a version of a conversion rule came. */
public enum RuleState {
    /** 待复核. */
    PROPOSED,
    /** 已发布. */
    PUBLISHED
}
