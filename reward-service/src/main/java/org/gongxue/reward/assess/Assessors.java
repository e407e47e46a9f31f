package org.gongxue.reward.assess;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.gongxue.reward.assess.v1.AssessV1;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;

/** The assessors by the name that policies pin. One that ever decided stays here for good. */
public final class Assessors {

    private static final Map<String, BiFunction<PolicyDocument, Map<String, FactValue>, Assessment>> PINNED =
            Map.of("v1", AssessV1::assess);

    private Assessors() {}

    /** The names a policy may pin. */
    public static Set<String> known() {
        return PINNED.keySet();
    }

    /**
     * The policy's own assessor on these facts.
     *
     * @throws IllegalArgumentException if the policy pins an assessor that is not in this build
     */
    public static Assessment assess(PolicyDocument policy, Map<String, FactValue> facts) {
        var assessor = PINNED.get(policy.assessor());
        if (assessor == null) {
            throw new IllegalArgumentException("no assessor " + policy.assessor());
        }
        return assessor.apply(policy, facts);
    }
}
