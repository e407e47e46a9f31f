package org.gongxue.reward.entitlement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FactsAwaited;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.Assessors;
import org.gongxue.reward.entitlement.EntitlementCommand.OpenEntitlements;
import org.gongxue.reward.fact.EnrollmentFacts;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.policy.Policies.RegisterState;
import org.gongxue.reward.policy.PolicyDocument;

/**
 * A source event, such as a confirmed graduation, opens an entitlement under every policy that hangs on it and whose
 * window holds the event's date. The same business fact under another event is refused, citing the first (invariant 4).
 */
final class WhenASourceEventArrivesThenOpenEntitlements {

    private final View view;
    private final Input input;
    private final LearnerEnrolled enrolled;
    private final Map<String, FactValue> facts;
    private final Granting granting;

    private WhenASourceEventArrivesThenOpenEntitlements(
            View view, Input input, EnrollmentFacts known, LearnerEnrolled enrolled) {
        this.view = view;
        this.input = input;
        this.enrolled = enrolled;
        this.facts = known.byName();
        this.granting = new Granting(view);
    }

    static Decision decide(View view, OpenEntitlements command) {
        var input = Objects.requireNonNull(view.context().input(), "opened by an input alone");
        var known =
                EnrollmentFacts.FACTS.evolve(view.state(EnrollmentFacts.FACTS, command.enrollmentId()), input.event());
        var enrolled = known.enrolled();
        if (enrolled == null) {
            throw new IllegalStateException("nobody was enrolled as " + command.enrollmentId());
        }
        var opening = new WhenASourceEventArrivesThenOpenEntitlements(view, input, known, enrolled);
        opening.granting.add(NewEvent.input(EnrollmentFacts.FACTS.id(command.enrollmentId())));
        view.state(Policies.REGISTER, command.sourceEvent()).listed().stream()
                .filter(opening::selects)
                .forEach(opening::open);
        return Decision.accepted(opening.granting.events());
    }

    private boolean selects(PolicyListed listed) {
        return facts.get(listed.validityFact()) instanceof FactValue.Day day
                && RegisterState.covers(listed, day.date());
    }

    private void open(PolicyListed listed) {
        var policy = view.state(Policies.POLICY, Policies.versionId(listed.policyId(), listed.policyVersion()))
                .policy();
        var id = EntitlementIds.entitlement(policy.policyId(), input.source(), input.index());
        var keys = EntitlementIds.businessKeys(policy, facts);
        view.state(Entitlements.ENTITLEMENT, id);
        granting.add(
                id,
                new EntitlementOpened(
                        id,
                        policy.policyId(),
                        policy.version(),
                        enrolled.learnerId(),
                        EnrollmentFacts.FACTS.id(enrolled.enrollmentId()).toString(),
                        enrolled.unitId(),
                        view.state(Offices.UNIT, enrolled.unitId()).path(enrolled.unitId()),
                        keys,
                        input.source(),
                        input.index()));
        firstHolder(keys)
                .ifPresentOrElse(
                        first -> granting.refuse(id, List.of(duplicate(first)), policy.policyId(), List.of()),
                        () -> assess(id, policy, keys));
    }

    private Optional<String> firstHolder(List<String> keys) {
        return keys.stream()
                .map(key ->
                        Optional.ofNullable(view.state(BusinessKeys.KEY, key).holder()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static EntitlementReason duplicate(String first) {
        return new EntitlementReason("DUPLICATE", "businessKeys", null, null, null, null, first);
    }

    private void assess(String id, PolicyDocument policy, List<String> keys) {
        var assessment = Assessors.assess(policy, facts);
        granting.settle(id, policy, assessment, keys, false);
        switch (assessment) {
            case Assessment.Pending pending -> await(id, pending.missing());
            case Assessment.Owed _ -> await(id, List.of()); // nothing is missing, but what comes later counts
            case Assessment.Refused _ -> {}
        }
    }

    private void await(String id, List<String> missing) {
        granting.add(NewEvent.of(
                EnrollmentFacts.FACTS.id(enrolled.enrollmentId()),
                new FactsAwaited(
                        EnrollmentFacts.FACTS.id(enrolled.enrollmentId()).toString(), id, missing)));
    }
}
