package org.gongxue.reward.assess.v1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;
import org.jspecify.annotations.Nullable;

/**
 * The first assessor: all conditions, then the group, then the amount and the fund. A failed condition refuses even
 * when facts are missing elsewhere, because no further fact can mend it.
 */
public final class AssessV1 {

    private AssessV1() {}

    /** Assesses a policy on what is known. */
    public static Assessment assess(PolicyDocument policy, Map<String, FactValue> facts) {
        var missing = new LinkedHashSet<String>();
        var conditions = policy.eligibility().stream()
                .map(c -> Conditions.evaluate(c, facts, missing))
                .toList();
        var failed = conditions.stream()
                .filter(c -> Boolean.FALSE.equals(c.passed()))
                .map(AssessV1::reason)
                .toList();
        if (!failed.isEmpty()) {
            return new Assessment.Refused(conditions, failed);
        }
        var group = policy.groups().isEmpty() ? null : group(policy, facts, missing);
        var amount = Amounts.work(policy.amount(), group, facts, missing);
        var year = facts.get(policy.funds().yearBy());
        if (year == null) {
            missing.add(policy.funds().yearBy());
        }
        if (!missing.isEmpty()) {
            return new Assessment.Pending(conditions, new ArrayList<>(missing));
        }
        return finding(policy, conditions, group, amount, year);
    }

    private static Assessment finding(
            PolicyDocument policy,
            List<ConditionResult> conditions,
            @Nullable String group,
            @Nullable Computation amount,
            @Nullable FactValue year) {
        if (!policy.groups().isEmpty() && group == null) {
            return refused(conditions, new EntitlementReason("NO_GROUP", "groups", null, null, null, null, null));
        }
        var article = policy.amount().article();
        if (amount == null) {
            return refused(conditions, new EntitlementReason("NO_AMOUNT", "amount", null, null, null, article, null));
        }
        if (amount.amountFen() <= 0) {
            return refused(
                    conditions,
                    new EntitlementReason(
                            "NOTHING_OWED", "amount", null, Long.toString(amount.amountFen()), null, article, null));
        }
        if (!(year instanceof FactValue.Day day)) {
            throw new IllegalStateException(policy.funds().yearBy() + " is no date");
        }
        var fundId =
                policy.funds().from().getFirst().prefix() + "-" + day.date().getYear();
        return new Assessment.Owed(conditions, group, null, List.of(new FundShare(fundId, amount.amountFen())), amount);
    }

    private static Assessment refused(List<ConditionResult> conditions, EntitlementReason reason) {
        return new Assessment.Refused(conditions, List.of(reason));
    }

    private static EntitlementReason reason(ConditionResult failed) {
        return new EntitlementReason(
                "CONDITION_FAILED",
                failed.name(),
                failed.fact(),
                failed.value(),
                failed.needed(),
                failed.article(),
                null);
    }

    /** The first group whose conditions hold; null if none does, or if a fact it needs is missing. */
    private static @Nullable String group(PolicyDocument policy, Map<String, FactValue> facts, Set<String> missing) {
        for (var group : policy.groups()) {
            var unheard = new LinkedHashSet<String>();
            var results = group.when().stream()
                    .map(c -> Conditions.evaluate(c, facts, unheard))
                    .toList();
            if (results.stream().anyMatch(r -> Boolean.FALSE.equals(r.passed()))) {
                continue;
            }
            if (!unheard.isEmpty()) {
                missing.addAll(unheard);
                return null;
            }
            return group.name();
        }
        return null;
    }
}
