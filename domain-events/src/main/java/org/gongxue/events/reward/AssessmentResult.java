package org.gongxue.events.reward;

/** What an assessment found. */
public enum AssessmentResult {
    /** All conditions hold and the amount is known. */
    OWED,
    /** At least one condition fails. */
    REFUSED,
    /** No condition fails, but facts are missing. */
    PENDING
}
