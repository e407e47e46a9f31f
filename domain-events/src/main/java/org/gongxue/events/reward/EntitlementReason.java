package org.gongxue.events.reward;

import org.jspecify.annotations.Nullable;

/**
 * Why an entitlement is refused.
 *
 * @param code the failed condition's own code or {@code CONDITION_FAILED}; {@code DUPLICATE}, {@code NO_GROUP},
 *     {@code NO_AMOUNT}, {@code NOTHING_OWED}, {@code NO_PLACES}, {@code QUOTA_FULL}, {@code QUOTA_YEAR_ENDED},
 *     {@code FUND_SHORT}, {@code OUTCOME_REFUSED} (then the rule and the fact are the credit bank's) or an officer's coded
 *     reason
 * @param rule the condition or part of the policy that says so
 * @param fact the fact that failed
 * @param value the value found
 * @param needed the value that would have passed
 * @param article the policy's article
 * @param first the entitlement that already holds the business fact, for a duplicate; the earlier fact that stands in the
 *     way, for {@code OUTCOME_REFUSED}
 */
public record EntitlementReason(
        String code,
        @Nullable String rule,
        @Nullable String fact,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String article,
        @Nullable String first) {}
