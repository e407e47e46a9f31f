package org.gongxue.reward.entitlement.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongxue.events.reward.FundShare;
import org.gongxue.kit.door.Messages;
import org.gongxue.reward.entitlement.edge.EntitlementView.Attempt;
import org.gongxue.reward.entitlement.edge.EntitlementView.ComputationView;
import org.gongxue.reward.entitlement.edge.EntitlementView.QuotaView;
import org.gongxue.reward.entitlement.edge.EntitlementView.ReasonView;
import org.gongxue.reward.entitlement.edge.EntitlementView.RevokedView;
import org.gongxue.reward.entitlement.edge.EntitlementView.ShareView;
import org.gongxue.reward.entitlement.edge.EntitlementView.Step;
import org.gongxue.reward.ledger.edge.FundName;
import org.gongxue.reward.policy.edge.PolicyVersion;
import org.gongxue.reward.quota.edge.QuotaCellRow;
import org.gongxue.reward.quota.edge.Unit;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of entitlements. */
@ApplicationScoped
class EntitlementViews {

    /** What the entitlements of one answer name, looked up together. */
    private record Named(
            Map<PolicyVersion.Id, String> policies,
            Set<String> payees,
            Map<String, QuotaCellRow> cells,
            Map<String, Unit> units,
            Map<String, String> funds) {

        static Named of(List<Entitlement> entitlements) {
            var policies = new HashMap<PolicyVersion.Id, String>();
            entitlements.forEach(e -> policies.computeIfAbsent(
                    new PolicyVersion.Id(e.policyId, e.policyVersion), EntitlementViews::policyName));
            var cells = QuotaCellRow.byId(ids(entitlements.stream().map(e -> e.cellId)));
            var units = Unit.byId(ids(cells.values().stream().map(cell -> cell.unitId)));
            var funds = FundName.of(
                    ids(entitlements.stream().flatMap(e -> e.shares.stream().map(FundShare::fundId))));
            var payees = Payee.among(ids(entitlements.stream().map(e -> e.learnerId)));
            return new Named(policies, payees, cells, units, funds);
        }

        private static Set<String> ids(Stream<@Nullable String> ids) {
            return ids.filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }

    /** The parts that only a whole view has. */
    private record Whole(
            List<Step> timeline,
            List<Attempt> attempts,
            @Nullable Long ahead) {}

    /** In a list: without timelines and attempts. */
    List<EntitlementView> listed(List<Entitlement> entitlements, Locale locale) {
        var named = Named.of(entitlements);
        return entitlements.stream().map(e -> view(e, named, null, locale)).toList();
    }

    /** Whole. */
    List<EntitlementView> whole(List<Entitlement> entitlements, Locale locale) {
        var ids = entitlements.stream().map(e -> e.entitlementId).toList();
        var steps = EntitlementStep.of(ids).stream()
                .collect(Collectors.groupingBy(
                        s -> s.id.entitlementId(),
                        Collectors.mapping(s -> new Step(s.state, s.on, s.id.index(), s.line), Collectors.toList())));
        var attempts = PaymentAttemptRow.of(ids).stream()
                .collect(Collectors.groupingBy(
                        a -> a.entitlementId, Collectors.mapping(a -> attempt(a, locale), Collectors.toList())));
        var named = Named.of(entitlements);
        return entitlements.stream()
                .map(e -> view(
                        e,
                        named,
                        new Whole(
                                steps.getOrDefault(e.entitlementId, List.of()),
                                attempts.getOrDefault(e.entitlementId, List.of()),
                                isWaitlisted(e) ? e.ahead() : null),
                        locale))
                .toList();
    }

    private static String policyName(PolicyVersion.Id id) {
        return PolicyVersion.version(id.policyId(), id.version())
                .map(v -> v.name)
                .orElse(id.policyId());
    }

    private static boolean isWaitlisted(Entitlement e) {
        return e.state.equals("waitlisted");
    }

    private static EntitlementView view(Entitlement e, Named named, @Nullable Whole whole, Locale locale) {
        return new EntitlementView(
                e.entitlementId,
                e.policyId,
                e.policyVersion,
                named.policies().getOrDefault(new PolicyVersion.Id(e.policyId, e.policyVersion), e.policyId),
                e.learnerId,
                e.basis,
                e.unitId,
                e.year,
                e.state,
                waiting(e, named.payees()),
                isWaitlisted(e) ? e.line : null,
                isWaitlisted(e) ? e.linePosition : null,
                whole == null ? null : whole.ahead(),
                e.amountFen,
                e.fundId,
                e.group,
                quota(e, named),
                e.shares.stream()
                        .map(s -> new ShareView(
                                s.fundId(), named.funds().getOrDefault(s.fundId(), s.fundId()), s.amountFen()))
                        .toList(),
                ComputationView.of(e.computation, locale),
                e.revokedReason == null || e.revokedOn == null ? null : new RevokedView(e.revokedReason, e.revokedOn),
                e.conditions,
                e.missing,
                e.reasons.stream().map(r -> ReasonView.of(r, locale)).toList(),
                whole == null ? null : whole.timeline(),
                whole == null ? null : whole.attempts());
    }

    private static @Nullable QuotaView quota(Entitlement e, Named named) {
        var cell = e.cellId == null ? null : named.cells().get(e.cellId);
        if (cell == null) {
            return null;
        }
        var unit = named.units().get(cell.unitId);
        return new QuotaView(
                cell.cellId,
                cell.unitId,
                unit == null ? cell.unitId : unit.name,
                cell.group,
                cell.year,
                cell.places,
                cell.used);
    }

    private static @Nullable String waiting(Entitlement e, Collection<String> payees) {
        return switch (e.state) {
            case "pending" -> e.awaitsApproval ? "officer" : "facts";
            case "waitlisted" -> "quota".equals(e.line) ? "place" : "fund";
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
