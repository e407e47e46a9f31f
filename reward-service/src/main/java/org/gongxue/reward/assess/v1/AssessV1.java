package org.gongxue.reward.assess.v1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The first assessor: all conditions that apply, then the group, the amount, the quota cell and the funds. A failed
 * condition refuses even when facts are missing elsewhere, because no further fact can mend it.
 */
public final class AssessV1 {

    private final PolicyDocument policy;
    private final Map<String, FactValue> facts;
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<ConditionResult> conditions;

    private AssessV1(PolicyDocument policy, Map<String, FactValue> facts) {
        this.policy = policy;
        this.facts = facts;
        this.conditions = policy.eligibility().stream()
                .map(c -> Conditions.evaluate(c, facts, missing))
                .toList();
    }

    /** Assesses a policy on what is known. */
    public static Assessment assess(PolicyDocument policy, Map<String, FactValue> facts) {
        var assessment = new AssessV1(policy, facts);
        var failed = assessment.failed();
        return failed.isEmpty() ? assessment.finding() : new Assessment.Refused(assessment.conditions, failed);
    }

    private List<EntitlementReason> failed() {
        return IntStream.range(0, conditions.size())
                .filter(i -> Boolean.FALSE.equals(conditions.get(i).passed()))
                .mapToObj(i -> reason(policy.eligibility().get(i), conditions.get(i)))
                .toList();
    }

    private static EntitlementReason reason(Condition condition, ConditionResult failed) {
        return new EntitlementReason(
                Objects.requireNonNullElse(condition.code(), "CONDITION_FAILED"),
                failed.name(),
                failed.fact(),
                failed.value(),
                failed.needed(),
                failed.article(),
                null);
    }

    private Assessment finding() {
        var group = policy.groups().isEmpty() ? null : group();
        var amount = Amounts.work(policy.amount(), group, facts, missing);
        var cell = Places.cell(policy, group, facts, missing);
        var fundYear = facts.get(policy.funds().yearBy());
        if (fundYear == null) {
            missing.add(policy.funds().yearBy());
        }
        if (!missing.isEmpty() || fundYear == null) {
            return new Assessment.Pending(conditions, new ArrayList<>(missing));
        }
        if (!policy.groups().isEmpty() && group == null) {
            return refused(new EntitlementReason("NO_GROUP", "groups", null, null, null, null, null));
        }
        if (amount == null || amount.amountFen() <= 0) {
            return refused(nothing(amount));
        }
        var noPlaces = Places.none(policy.quota(), cell);
        if (noPlaces != null) {
            return refused(noPlaces);
        }
        var year = Years.of(fundYear, policy.funds().yearBy());
        var shares = Shares.split(amount.amountFen(), policy.funds().from(), year);
        return new Assessment.Owed(conditions, group, cell, shares, amount);
    }

    private EntitlementReason nothing(@Nullable Computation amount) {
        var article = policy.amount().article();
        return amount == null
                ? new EntitlementReason("NO_AMOUNT", "amount", null, null, null, article, null)
                : new EntitlementReason(
                        "NOTHING_OWED", "amount", null, Long.toString(amount.amountFen()), null, article, null);
    }

    private Assessment refused(EntitlementReason reason) {
        return new Assessment.Refused(conditions, List.of(reason));
    }

    /** The first group whose conditions all hold; null if none does, or if a fact it needs is missing. */
    private @Nullable String group() {
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
