package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.firstOf;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Ceiling;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;

/**
 * Whether a version can stand beside those of the same policy that are published: one outcome comes under one of them,
 * one fact is rewarded once under all, and they share the places of a year.
 */
final class VersionCheck {

    private VersionCheck() {}

    /** The first fault. */
    static Optional<Refusal> fault(View view, PolicyDocument policy) {
        return published(view, policy.policyId()).stream()
                .map(listed -> firstOf(
                        () -> window(policy, listed),
                        () -> contents(
                                policy,
                                view.state(
                                                Policies.POLICY,
                                                Policies.versionId(listed.policyId(), listed.policyVersion()))
                                        .policy())))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ceilings(view, policy));
    }

    /** Whatever source event they hang on. */
    private static List<PolicyListed> published(View view, String policyId) {
        return FactVocabulary.sourceEvents().stream()
                .flatMap(source -> view.state(Policies.REGISTER, source).listed().stream())
                .filter(listed -> listed.policyId().equals(policyId))
                .sorted(Comparator.comparing(PolicyListed::policyVersion))
                .toList();
    }

    /** Windows of different dates do not exclude each other: one outcome could have a date in each. */
    private static Optional<Refusal> window(PolicyDocument policy, PolicyListed other) {
        var validity = policy.validity();
        var version = other.policyVersion();
        if (!validity.by().equals(other.validityFact())) {
            return differs("POLICY_WINDOW_BY_DIFFERS", "/validity/by", validity.by(), version, other.validityFact());
        }
        return validity.overlaps(other.validFrom(), other.validUntil())
                ? differs(
                        "POLICY_WINDOWS_OVERLAP",
                        "/validity",
                        validity.from() + "/" + validity.until(),
                        version,
                        other.validFrom() + "/" + other.validUntil())
                : Optional.empty();
    }

    private static Optional<Refusal> contents(PolicyDocument policy, PolicyDocument other) {
        return firstOf(() -> keys(policy, other), () -> quota(policy, other));
    }

    /** A business fact is known by the names of its facts too: with other names it would be rewarded again. */
    private static Optional<Refusal> keys(PolicyDocument policy, PolicyDocument other) {
        return new HashSet<>(policy.businessKeys()).equals(new HashSet<>(other.businessKeys()))
                ? Optional.empty()
                : differs("POLICY_KEYS_DIFFER", "/businessKeys", keys(policy), other.version(), keys(other));
    }

    private static String keys(PolicyDocument policy) {
        return policy.businessKeys().stream()
                .map(key -> String.join(" + ", key))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Refusal> quota(PolicyDocument policy, PolicyDocument other) {
        var quota = policy.quota();
        var others = other.quota();
        if (quota == null || others == null || !shareAYear(quota, others)) {
            return Optional.empty();
        }
        return firstOf(
                () -> same("/quota/yearBy", quota.yearBy(), other.version(), others.yearBy()),
                () -> same("/quota/unitBy", unitBy(quota), other.version(), unitBy(others)),
                () -> same("/quota/ceilings", groups(quota), other.version(), groups(others)));
    }

    private static boolean shareAYear(QuotaSelection quota, QuotaSelection other) {
        return quota.ceilings().stream()
                .anyMatch(mine -> other.ceilings().stream().anyMatch(theirs -> theirs.year() == mine.year()));
    }

    private static String unitBy(QuotaSelection quota) {
        return Objects.requireNonNullElse(quota.unitBy(), QuotaCell.WHOLE);
    }

    private static String groups(QuotaSelection quota) {
        return String.join(
                ", ",
                new TreeSet<>(quota.ceilings().stream().map(Ceiling::group).toList()));
    }

    private static Optional<Refusal> same(String place, String mine, int version, String theirs) {
        return mine.equals(theirs) ? Optional.empty() : differs("POLICY_QUOTA_DIFFERS", place, mine, version, theirs);
    }

    private static Optional<Refusal> differs(String code, String place, String mine, int version, String theirs) {
        return Optional.of(Refusal.conflict(code, place, mine, "version " + version + ": " + theirs));
    }

    /** Places that units have already are not taken from them by a new version. */
    private static Optional<Refusal> ceilings(View view, PolicyDocument policy) {
        var quota = policy.quota();
        if (quota == null) {
            return Optional.empty();
        }
        for (var i = 0; i < quota.ceilings().size(); i++) {
            var ceiling = quota.ceilings().get(i);
            var allotted = view.state(QuotaGrids.GRID, QuotaGrids.gridId(policy.policyId(), ceiling.year()))
                    .total(ceiling.group());
            if (ceiling.places() < allotted) {
                return Optional.of(Refusal.conflict(
                                "POLICY_CEILING_BELOW_ALLOTTED",
                                "/quota/ceilings/" + i,
                                Integer.toString(ceiling.places()),
                                ">= " + allotted)
                        .withFacts(Map.of("group", ceiling.group(), "year", Integer.toString(ceiling.year()))));
            }
        }
        return Optional.empty();
    }
}
