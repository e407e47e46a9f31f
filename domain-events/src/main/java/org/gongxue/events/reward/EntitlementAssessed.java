package org.gongxue.events.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pure assessment of a policy on the facts of this moment, whole: every condition with its values, what is missing,
 * what speaks against it, or the amount with its computation, the quota cell it needs a place in and what each fund
 * pays of it, the leading fund first. {@code assessor} is the pinned code that
 * made it, so that it can be made again (invariant 7).
 */
public record EntitlementAssessed(
        String entitlementId,
        String policyId,
        int policyVersion,
        String assessor,
        AssessmentResult result,
        List<ConditionResult> conditions,
        List<String> missing,
        List<EntitlementReason> reasons,
        @Nullable String group,
        @Nullable QuotaCell quotaCell,
        List<FundShare> shares,
        long amountFen,
        @Nullable Computation computation)
        implements EntitlementEvent {

    public EntitlementAssessed {
        conditions = List.copyOf(conditions);
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
        shares = List.copyOf(shares);
    }
}
