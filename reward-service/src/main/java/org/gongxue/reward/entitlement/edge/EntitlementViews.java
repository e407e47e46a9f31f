package org.gongxue.reward.entitlement.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.kit.door.Messages;
import org.gongxue.reward.entitlement.edge.EntitlementView.Attempt;
import org.gongxue.reward.entitlement.edge.EntitlementView.ComputationView;
import org.gongxue.reward.entitlement.edge.EntitlementView.ReasonView;
import org.gongxue.reward.entitlement.edge.EntitlementView.Step;
import org.gongxue.reward.policy.edge.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of entitlements. */
@ApplicationScoped
class EntitlementViews {

    /** In a list: without timelines and attempts. */
    List<EntitlementView> listed(List<Entitlement> entitlements, Locale locale) {
        return views(entitlements, null, null, locale);
    }

    /** Whole. */
    List<EntitlementView> whole(List<Entitlement> entitlements, Locale locale) {
        var ids = entitlements.stream().map(e -> e.entitlementId).toList();
        var steps = EntitlementStep.of(ids).stream()
                .collect(Collectors.groupingBy(
                        s -> s.id.entitlementId(),
                        Collectors.mapping(s -> new Step(s.state, s.on, s.id.index()), Collectors.toList())));
        var attempts = PaymentAttemptRow.of(ids).stream()
                .collect(Collectors.groupingBy(
                        a -> a.entitlementId, Collectors.mapping(a -> attempt(a, locale), Collectors.toList())));
        return views(entitlements, steps, attempts, locale);
    }

    private static List<EntitlementView> views(
            List<Entitlement> entitlements,
            @Nullable Map<String, List<Step>> steps,
            @Nullable Map<String, List<Attempt>> attempts,
            Locale locale) {
        var names = new HashMap<PolicyVersion.Id, String>();
        var payees = Payee.among(entitlements.stream().map(e -> e.learnerId).toList());
        return entitlements.stream()
                .map(e -> view(
                        e,
                        names.computeIfAbsent(
                                new PolicyVersion.Id(e.policyId, e.policyVersion), EntitlementViews::policyName),
                        payees,
                        steps == null ? null : steps.getOrDefault(e.entitlementId, List.of()),
                        attempts == null ? null : attempts.getOrDefault(e.entitlementId, List.of()),
                        locale))
                .toList();
    }

    private static String policyName(PolicyVersion.Id id) {
        return PolicyVersion.version(id.policyId(), id.version())
                .map(v -> v.name)
                .orElse(id.policyId());
    }

    private static EntitlementView view(
            Entitlement e,
            String policyName,
            Set<String> payees,
            @Nullable List<Step> timeline,
            @Nullable List<Attempt> attempts,
            Locale locale) {
        return new EntitlementView(
                e.entitlementId,
                e.policyId,
                e.policyVersion,
                policyName,
                e.learnerId,
                e.basis,
                e.unitId,
                e.state,
                waiting(e, payees),
                e.state.equals("waitlisted") ? e.waitlistPosition : null,
                e.amountFen,
                e.fundId,
                e.group,
                ComputationView.of(e.computation, locale),
                e.conditions,
                e.missing,
                e.reasons.stream().map(r -> ReasonView.of(r, locale)).toList(),
                timeline,
                attempts);
    }

    private static @Nullable String waiting(Entitlement e, Collection<String> payees) {
        return switch (e.state) {
            case "pending" -> e.awaitsApproval ? "officer" : "facts";
            case "waitlisted" -> "fund";
            case "approved", "returned" -> payees.contains(e.learnerId) ? null : "payee-account";
            case "in-payment" -> "bank";
            default -> null;
        };
    }

    private static Attempt attempt(PaymentAttemptRow a, Locale locale) {
        return new Attempt(
                a.batchId,
                a.line,
                a.paymentNumber,
                a.payeeVersion,
                a.state,
                a.on,
                a.bankReference,
                a.failureCode,
                a.failureCode == null ? null : Messages.text("bank." + a.failureCode, Map.of(), locale));
    }
}
