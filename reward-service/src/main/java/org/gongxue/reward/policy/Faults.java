package org.gongxue.reward.policy;

import java.util.Arrays;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactVocabulary;

/** What the checks of a policy share: how a fault is told, and what a fact may be used for. */
final class Faults {

    /** Looks for one fault. */
    interface Check {
        Optional<Refusal> fault();
    }

    private Faults() {}

    /** A fault at a place of the document: what stands there and what would do. */
    static Optional<Refusal> refuse(String code, String place, String value, Object needed) {
        return Optional.of(Refusal.invalid(code, place, value, needed.toString()));
    }

    /** The first fault of several checks. */
    static Optional<Refusal> firstOf(Check... checks) {
        return Arrays.stream(checks).map(Check::fault).flatMap(Optional::stream).findFirst();
    }

    /** Faulty unless the policy can ask about the fact: it exists, and the policy's source leads to it. */
    static Optional<Refusal> fact(PolicyDocument policy, String fact, String place) {
        if (FactVocabulary.type(fact).isEmpty()) {
            return refuse("POLICY_FACT_UNKNOWN", place, fact, String.join(", ", FactVocabulary.near(fact)));
        }
        return FactVocabulary.canBeKnown(policy.source(), fact)
                ? Optional.empty()
                : refuse("POLICY_FACT_NEVER", place, fact, policy.source());
    }

    /** Faulty unless the policy can ask about the fact and it has this type. */
    static Optional<Refusal> fact(PolicyDocument policy, String fact, FactType wanted, String place) {
        return firstOf(
                () -> fact(policy, fact, place),
                () -> FactVocabulary.type(fact).filter(wanted::equals).isPresent()
                        ? Optional.empty()
                        : refuse("POLICY_FACT_TYPE", place, fact, wanted));
    }

    /** Faulty unless the fact is known as soon as the policy's source event has arrived. */
    static Optional<Refusal> knownAtOpening(PolicyDocument policy, String fact, String place) {
        return firstOf(
                () -> fact(policy, fact, place),
                () -> FactVocabulary.knownWith(policy.source(), fact)
                        ? Optional.empty()
                        : refuse("POLICY_FACT_TOO_LATE", place, fact, policy.source()));
    }
}
