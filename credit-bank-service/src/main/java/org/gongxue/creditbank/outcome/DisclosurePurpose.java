package org.gongxue.creditbank.outcome;

/** Why somebody of the staff looks at a certificate number. */
public enum DisclosurePurpose {
    /** 核验原件 */
    VERIFICATION,
    /** 更正 */
    CORRECTION,
    /** 申诉复核 */
    APPEAL,
    /** 审计 */
    AUDIT
}
