package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.fact;
import static org.gongxue.reward.policy.Faults.firstOf;
import static org.gongxue.reward.policy.Faults.knownAtOpening;
import static org.gongxue.reward.policy.Faults.refuse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Group;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;

/** Checks the places of a policy: the cell is known at once, and every year has a ceiling for every group. */
final class CeilingCheck {

    private CeilingCheck() {}

    /** The first fault; none in a policy without a quota. */
    static Optional<Refusal> fault(PolicyDocument policy) {
        var quota = policy.quota();
        return quota == null
                ? Optional.empty()
                : firstOf(
                        () -> fact(policy, quota.yearBy(), FactType.DAY, "/quota/yearBy"),
                        () -> knownAtOpening(policy, quota.yearBy(), "/quota/yearBy"),
                        () -> unit(policy, quota),
                        () -> ceilings(policy, quota),
                        () -> missing(policy, quota));
    }

    private static Optional<Refusal> unit(PolicyDocument policy, QuotaSelection quota) {
        var unitBy = quota.unitBy();
        if (unitBy == null) {
            return Optional.empty();
        }
        return firstOf(
                () -> knownAtOpening(policy, unitBy, "/quota/unitBy"),
                () -> FactVocabulary.namesUnit(unitBy)
                        ? Optional.empty()
                        : refuse(
                                "POLICY_UNIT_UNFIT",
                                "/quota/unitBy",
                                unitBy,
                                FactVocabulary.all().keySet().stream()
                                        .filter(FactVocabulary::namesUnit)
                                        .filter(f -> FactVocabulary.knownWith(policy.source(), f))
                                        .toList()));
    }

    private static Optional<Refusal> ceilings(PolicyDocument policy, QuotaSelection quota) {
        if (quota.ceilings().isEmpty()) {
            return refuse("POLICY_QUOTA_UNBOUNDED", "/quota/ceilings", "0", "1");
        }
        var groups = groups(policy);
        var seen = new HashSet<String>();
        for (var ceiling : quota.ceilings()) {
            var place = "/quota/ceilings/" + seen.size();
            if (!groups.contains(ceiling.group())) {
                return refuse("POLICY_GROUP_UNKNOWN", place, ceiling.group(), String.join(", ", groups));
            }
            if (!seen.add(ceiling.year() + " " + ceiling.group())) {
                return refuse("POLICY_CEILING_TWICE", place, ceiling.year() + ", " + ceiling.group(), "1");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> missing(PolicyDocument policy, QuotaSelection quota) {
        var stated = new HashSet<String>();
        var years = new TreeSet<Integer>();
        quota.ceilings().forEach(ceiling -> {
            stated.add(ceiling.year() + ", " + ceiling.group());
            years.add(ceiling.year());
        });
        var validity = policy.validity();
        if (quota.yearBy().equals(validity.by())) {
            IntStream.rangeClosed(validity.from().getYear(), validity.until().getYear())
                    .forEach(years::add);
        }
        return years.stream()
                .flatMap(year -> groups(policy).stream().map(group -> year + ", " + group))
                .filter(cell -> !stated.contains(cell))
                .findFirst()
                .flatMap(cell -> refuse("POLICY_CEILING_MISSING", "/quota/ceilings", cell, "0 …"));
    }

    private static List<String> groups(PolicyDocument policy) {
        return policy.groups().isEmpty()
                ? List.of(QuotaCell.WHOLE)
                : policy.groups().stream().map(Group::name).toList();
    }
}
