package org.gongxue.reward.claim.edge;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.Assessors;
import org.gongxue.reward.claim.edge.AssessmentView.MissingView;
import org.gongxue.reward.claim.edge.AssessmentView.NotOpenView;
import org.gongxue.reward.claim.edge.AssessmentView.PlaceView;
import org.gongxue.reward.claim.edge.AssessmentView.ResultView;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.entitlement.EntitlementIds;
import org.gongxue.reward.entitlement.edge.EntitlementView.ComputationView;
import org.gongxue.reward.entitlement.edge.EntitlementView.ReasonView;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.edge.FactWording;
import org.gongxue.reward.policy.Policies.RegisterState;
import org.gongxue.reward.policy.PolicyDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the policies would decide: the same assessor with the facts that are told. It reads and never writes, so it says
 * what is true at this moment and promises nothing.
 */
@Singleton
class Foresight {

    private final EventLog<Object> log;
    private final OpenPolicies policies;
    private final Cells cells;

    Foresight(EventLog<Object> log, OpenPolicies policies, Cells cells) {
        this.log = log;
        this.policies = policies;
        this.cells = cells;
    }

    /**
     * What every wanted policy says.
     *
     * @param facts with the learner's id among them, what is rewarded once is looked up too
     */
    AssessmentView assess(
            Map<String, FactValue> facts, Predicate<PolicyListed> wanted, LocalDate today, Locale locale) {
        var results = new ArrayList<ResultView>();
        var notOpen = new ArrayList<NotOpenView>();
        for (var listed : policies.all()) {
            if (!wanted.test(listed)) {
                continue;
            }
            var policy = policies.document(listed);
            if (facts.get(listed.validityFact()) instanceof FactValue.Day day
                    && RegisterState.covers(listed, day.date())) {
                results.add(result(policy, facts, today, locale));
            } else {
                notOpen.add(notOpen(policy, today));
            }
        }
        return new AssessmentView(today, List.copyOf(results), List.copyOf(notOpen));
    }

    private static NotOpenView notOpen(PolicyDocument policy, LocalDate today) {
        var validity = policy.validity();
        return new NotOpenView(
                policy.policyId(),
                policy.version(),
                policy.name(),
                validity.from(),
                validity.until(),
                validity.from().isAfter(today) ? validity.from() : null);
    }

    private ResultView result(PolicyDocument policy, Map<String, FactValue> facts, LocalDate today, Locale locale) {
        var assessment = Assessors.assess(policy, facts);
        var first = firstHolder(policy, facts);
        if (first.isPresent()) {
            var duplicate = new EntitlementReason("DUPLICATE", "businessKeys", null, null, null, null, first.get());
            return refused(policy, assessment.conditions(), List.of(duplicate), locale);
        }
        return switch (assessment) {
            case Assessment.Refused refused -> refused(policy, refused.conditions(), refused.reasons(), locale);
            case Assessment.Pending pending -> {
                var missing = pending.missing().stream()
                        .map(fact -> new MissingView(fact, FactWording.fact(fact, locale)))
                        .toList();
                yield view(policy, "pending", null, pending.conditions(), List.of(), missing, null, locale);
            }
            case Assessment.Owed owed -> owed(policy, owed, today, locale);
        };
    }

    private ResultView owed(PolicyDocument policy, Assessment.Owed owed, LocalDate today, Locale locale) {
        var cell = owed.quotaCell();
        var ended = cell == null ? null : cells.ended(cell, today);
        if (ended != null) {
            return refused(policy, owed.conditions(), List.of(ended), locale);
        }
        var place = cell == null ? null : cells.place(cell, policy);
        return view(policy, "owed", owed, owed.conditions(), List.of(), List.of(), place, locale);
    }

    private static ResultView refused(
            PolicyDocument policy, List<ConditionResult> conditions, List<EntitlementReason> reasons, Locale locale) {
        return view(policy, "refused", null, conditions, reasons, List.of(), null, locale);
    }

    private static ResultView view(
            PolicyDocument policy,
            String result,
            Assessment.@Nullable Owed owed,
            List<ConditionResult> conditions,
            List<EntitlementReason> reasons,
            List<MissingView> missing,
            @Nullable PlaceView place,
            Locale locale) {
        return new ResultView(
                policy.policyId(),
                policy.version(),
                policy.name(),
                result,
                owed == null ? null : owed.group(),
                owed == null ? null : owed.computation().amountFen(),
                owed == null ? null : ComputationView.of(owed.computation(), locale),
                conditions,
                reasons.stream().map(reason -> ReasonView.of(reason, locale)).toList(),
                missing,
                place);
    }

    /** Who was rewarded for the same before; not looked up while what is rewarded is not told whole. */
    private Optional<String> firstHolder(PolicyDocument policy, Map<String, FactValue> facts) {
        return policy.businessKeys().stream()
                .filter(facts.keySet()::containsAll)
                .map(key -> log.read(BusinessKeys.KEY, EntitlementIds.businessKey(policy, key, facts)))
                .flatMap(key -> Optional.ofNullable(key.holder()).stream())
                .findFirst();
    }
}
