package org.gongxue.reward.entitlement;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.Assessors;
import org.gongxue.reward.entitlement.EntitlementCommand.LearnFact;
import org.gongxue.reward.fact.Basis;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.Policies;

/**
 * A fact is kept, and entitlements that hang on its stream are assessed again under the policy version they were opened
 * with. One that is set aside or owed already, and in no batch yet, follows the facts with its amount; one that went to the
 * bank stays as it is.
 */
final class WhenFactsArriveThenAssessAgain {

    private WhenFactsArriveThenAssessAgain() {}

    static Decision decide(View view, LearnFact command) {
        var input = Objects.requireNonNull(view.context().input(), "learned from an input alone");
        var granting = new Granting(view);
        granting.add(NewEvent.input(command.basis()));
        Basis.of(view, command.basis(), input.event())
                .ifPresent(basis -> basis.awaiting().forEach(id -> assess(view, granting, id, basis.facts())));
        return Decision.accepted(granting.events());
    }

    private static void assess(View view, Granting granting, String id, Map<String, FactValue> facts) {
        var state = view.state(Entitlements.ENTITLEMENT, id);
        var amendable = EnumSet.of(Stage.WAITLISTED, Stage.HELD, Stage.APPROVED).contains(state.stage())
                && state.attempt() == null;
        if (state.stage() != Stage.PENDING && !amendable) {
            return;
        }
        var policy = view.state(Policies.POLICY, Policies.versionId(state.policyId(), state.policyVersion()))
                .policy();
        var assessment = Assessors.assess(policy, facts);
        if (amendable) {
            if (assessment instanceof Assessment.Owed owed) {
                granting.amend(state, policy, owed);
            }
            return;
        }
        if (assessment instanceof Assessment.Pending) {
            return;
        }
        granting.settle(id, policy, assessment, state.businessKeys(), true);
    }
}
