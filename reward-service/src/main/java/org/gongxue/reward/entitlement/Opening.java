package org.gongxue.reward.entitlement;

import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FactsAwaited;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.Assessors;
import org.gongxue.reward.fact.Basis;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.OutcomeFacts;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.policy.Policies.RegisterState;
import org.gongxue.reward.policy.PolicyDocument;

/**
 * Opens what one basis gives: an entitlement under every policy that hangs on the source event and whose window holds the
 * basis's date. What the source refused, and the same business fact under another event, is opened and refused at once,
 * citing the source's reasons or the first (invariant 4).
 */
final class Opening {

    private final View view;
    private final Input input;
    private final Granting granting;
    private final Basis basis;

    Opening(View view, Input input, Granting granting, Basis basis) {
        this.view = view;
        this.input = input;
        this.granting = granting;
        this.basis = basis;
    }

    /** Under every policy of this source event. */
    void open(String sourceEvent) {
        view.state(Policies.REGISTER, sourceEvent).listed().stream()
                .filter(this::selects)
                .forEach(this::open);
    }

    private boolean selects(PolicyListed listed) {
        return basis.facts().get(listed.validityFact()) instanceof FactValue.Day day
                && RegisterState.covers(listed, day.date());
    }

    private void open(PolicyListed listed) {
        var policy = view.state(Policies.POLICY, Policies.versionId(listed.policyId(), listed.policyVersion()))
                .policy();
        var id = id(policy);
        var keys = EntitlementIds.businessKeys(policy, basis.facts());
        if (view.state(Entitlements.ENTITLEMENT, id).stage() != Stage.NONE) {
            return;
        }
        granting.add(
                id,
                new EntitlementOpened(
                        id,
                        policy.policyId(),
                        policy.version(),
                        basis.learnerId(),
                        basis.stream().toString(),
                        basis.unitId(),
                        view.state(Offices.UNIT, basis.unitId()).path(basis.unitId()),
                        keys,
                        input.source(),
                        input.index()));
        var reasons = reasons(keys);
        if (reasons.isEmpty()) {
            assess(id, policy, keys);
        } else {
            granting.refuse(id, reasons, policy.policyId(), List.of());
        }
    }

    private String id(PolicyDocument policy) {
        return basis.stream().kind().equals(OutcomeFacts.FACTS.kind())
                ? EntitlementIds.entitlement(policy.policyId(), basis.stream())
                : EntitlementIds.entitlement(policy.policyId(), input.source(), input.index());
    }

    private List<EntitlementReason> reasons(List<String> keys) {
        return basis.refused().isEmpty()
                ? firstHolder(keys).map(Opening::duplicate).stream().toList()
                : basis.refused().stream().map(Opening::refusedAtItsSource).toList();
    }

    private Optional<String> firstHolder(List<String> keys) {
        return keys.stream().map(granting::holder).flatMap(Optional::stream).findFirst();
    }

    private static EntitlementReason duplicate(String first) {
        return new EntitlementReason("DUPLICATE", "businessKeys", null, null, null, null, first);
    }

    private static EntitlementReason refusedAtItsSource(RefusalReason reason) {
        return new EntitlementReason(
                "OUTCOME_REFUSED",
                reason.code(),
                reason.field(),
                reason.value(),
                reason.needed(),
                null,
                reason.cites());
    }

    private void assess(String id, PolicyDocument policy, List<String> keys) {
        var assessment = Assessors.assess(policy, basis.facts());
        granting.settle(id, policy, assessment, keys, false);
        switch (assessment) {
            case Assessment.Pending pending -> await(id, pending.missing());
            case Assessment.Owed _ -> await(id, List.of()); // nothing is missing, but what comes later counts
            case Assessment.Refused _ -> {}
        }
    }

    private void await(String id, List<String> missing) {
        granting.add(NewEvent.of(basis.stream(), new FactsAwaited(basis.stream().toString(), id, missing)));
    }
}
