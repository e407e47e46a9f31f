package org.gongxue.reward.assess.v1;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;
import org.jspecify.annotations.Nullable;

/** Finds the quota cell in which an entitlement needs a place. */
final class Places {

    private Places() {}

    /** The cell; null without a quota, and when a fact is missing, which is then added to {@code missing}. */
    static @Nullable QuotaCell cell(
            PolicyDocument policy, @Nullable String group, Map<String, FactValue> facts, Set<String> missing) {
        var quota = policy.quota();
        if (quota == null) {
            return null;
        }
        var day = facts.get(quota.yearBy());
        var unit = quota.unitBy() == null ? new FactValue.Text(QuotaCell.WHOLE) : facts.get(quota.unitBy());
        if (day == null) {
            missing.add(quota.yearBy());
        }
        if (unit == null) {
            missing.add(Objects.requireNonNull(quota.unitBy()));
        }
        return (day == null || unit == null)
                ? null
                : new QuotaCell(
                        policy.policyId(),
                        Years.of(day, quota.yearBy()),
                        unit.text(),
                        group == null ? QuotaCell.WHOLE : group);
    }

    /** Why there can be no place: the policy has none in that year for that group; null when it has some. */
    static @Nullable EntitlementReason none(@Nullable QuotaSelection quota, @Nullable QuotaCell cell) {
        if (quota == null || cell == null) {
            return null;
        }
        var years = quota.ceilings().stream()
                .filter(c -> c.group().equals(cell.group()) && c.places() > 0)
                .map(c -> Integer.toString(c.year()))
                .toList();
        var year = Integer.toString(cell.year());
        return years.contains(year)
                ? null
                : new EntitlementReason(
                        "NO_PLACES",
                        "quota",
                        quota.yearBy(),
                        year,
                        years.stream().collect(Collectors.joining(", ")),
                        null,
                        null);
    }
}
