package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.firstOf;
import static org.gongxue.reward.policy.Faults.knownAtOpening;
import static org.gongxue.reward.policy.Faults.refuse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactVocabulary;

/** What a document must mean, beyond its shape, before it may bind anyone. The first fault found is the refusal. */
final class PolicyCheck {

    private PolicyCheck() {}

    /** Why a policy cannot be proposed; empty when it can. */
    static Optional<Refusal> fault(PolicyDocument policy) {
        return fault(policy, new Possibility());
    }

    /** The same, with the steps of its searches counted. */
    static Optional<Refusal> fault(PolicyDocument policy, Possibility search) {
        return firstOf(
                () -> source(policy),
                () -> keys(policy),
                () -> window(policy),
                () -> ConditionCheck.fault(policy, search),
                () -> AmountCheck.fault(policy, search),
                () -> CeilingCheck.fault(policy),
                () -> FundCheck.fault(policy));
    }

    private static Optional<Refusal> source(PolicyDocument policy) {
        if (!FactVocabulary.sourceEvents().contains(policy.source())) {
            return refuse(
                    "POLICY_SOURCE_UNKNOWN",
                    "/source",
                    policy.source(),
                    String.join(", ", FactVocabulary.sourceEvents()));
        }
        var assessors = Arrays.stream(AssessorVersion.values())
                .map(AssessorVersion::word)
                .toList();
        return assessors.contains(policy.assessor())
                ? Optional.empty()
                : refuse("POLICY_ASSESSOR_UNKNOWN", "/assessor", policy.assessor(), String.join(", ", assessors));
    }

    private static Optional<Refusal> keys(PolicyDocument policy) {
        var keys = new HashSet<List<String>>();
        for (var key : policy.businessKeys()) {
            var place = "/businessKeys/" + keys.size();
            if (!keys.add(key) || new HashSet<>(key).size() < key.size()) {
                return refuse("POLICY_KEY_TWICE", place, String.join(" + ", key), "1");
            }
            var fault = key.stream()
                    .map(fact -> knownAtOpening(policy, fact, place))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> window(PolicyDocument policy) {
        var validity = policy.validity();
        if (validity.from().isAfter(validity.until())) {
            return refuse(
                    "POLICY_WINDOW_EMPTY", "/validity", validity.from() + "/" + validity.until(), "from <= until");
        }
        return firstOf(
                () -> Faults.fact(policy, validity.by(), FactType.DAY, "/validity/by"),
                () -> knownAtOpening(policy, validity.by(), "/validity/by"));
    }
}
