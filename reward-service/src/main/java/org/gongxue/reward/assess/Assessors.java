package org.gongxue.reward.assess;

import java.util.Map;
import org.gongxue.reward.assess.v1.AssessV1;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.AssessorVersion;
import org.gongxue.reward.policy.PolicyDocument;

/** Chooses the assessor that a policy pins. */
public final class Assessors {

    private Assessors() {}

    /**
     * The policy's own assessor on these facts.
     *
     * @throws IllegalArgumentException if the policy pins an assessor that is not in this build
     */
    public static Assessment assess(PolicyDocument policy, Map<String, FactValue> facts) {
        var version = AssessorVersion.of(policy.assessor())
                .orElseThrow(() -> new IllegalArgumentException("no assessor " + policy.assessor()));
        return switch (version) {
            case V1 -> AssessV1.assess(policy, facts);
        };
    }
}
