package org.gongxue.reward.claim.edge;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.policy.Policies.RegisterState;
import org.gongxue.reward.policy.PolicyDocument;

/** The published policies that a learning outcome can come under. */
@Singleton
class OpenPolicies {

    private final EventLog<Object> log;

    OpenPolicies(EventLog<Object> log) {
        this.log = log;
    }

    /** All of them, whenever their window is. */
    List<PolicyListed> all() {
        return log.read(Policies.REGISTER, FactVocabulary.OUTCOME_JUDGED).listed();
    }

    /** Those whose window holds the day. */
    List<PolicyListed> on(LocalDate day) {
        return all().stream()
                .filter(listed -> RegisterState.covers(listed, day))
                .toList();
    }

    /** The one whose window begins next after the day. */
    Optional<PolicyListed> after(LocalDate day) {
        return all().stream()
                .filter(listed -> listed.validFrom().isAfter(day))
                .min(Comparator.comparing(PolicyListed::validFrom));
    }

    PolicyDocument document(PolicyListed listed) {
        return log.read(Policies.POLICY, Policies.versionId(listed.policyId(), listed.policyVersion()))
                .policy();
    }
}
