package org.gongxue.reward.entitlement;

import java.util.List;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.policy.PolicyDocument;

/** An assessment as it is recorded: whole, so that it can be made again and compared (invariant 7). */
final class Assessed {

    private Assessed() {}

    static EntitlementAssessed of(String id, PolicyDocument policy, Assessment assessment) {
        var policyId = policy.policyId();
        var version = policy.version();
        var assessor = policy.assessor();
        return switch (assessment) {
            case Assessment.Refused a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.REFUSED,
                        a.conditions(),
                        List.of(),
                        a.reasons(),
                        null,
                        null,
                        List.of(),
                        0,
                        null);
            case Assessment.Pending a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.PENDING,
                        a.conditions(),
                        a.missing(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        0,
                        null);
            case Assessment.Owed a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.OWED,
                        a.conditions(),
                        List.of(),
                        List.of(),
                        a.group(),
                        a.quotaCell(),
                        a.shares(),
                        a.computation().amountFen(),
                        a.computation());
        };
    }
}
