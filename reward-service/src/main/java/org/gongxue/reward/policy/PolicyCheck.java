package org.gongxue.reward.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Amount;
import org.gongxue.reward.policy.PolicyDocument.Cap;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Sum;

/** What a document must mean, beyond its shape, before it may bind anyone. The first fault found is the refusal. */
final class PolicyCheck {

    private PolicyCheck() {}

    /** Why a policy cannot be proposed; empty when it can. */
    static Optional<Refusal> fault(PolicyDocument policy) {
        return firstOf(List.of(
                () -> source(policy),
                () -> keys(policy),
                () -> dates(policy),
                () -> conditions(policy.eligibility(), "/eligibility"),
                () -> groups(policy),
                () -> amount(policy)));
    }

    private interface Check {
        Optional<Refusal> fault();
    }

    private static Optional<Refusal> firstOf(List<Check> checks) {
        return checks.stream().map(Check::fault).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> source(PolicyDocument policy) {
        if (!FactVocabulary.sourceEvents().contains(policy.source())) {
            return refuse("POLICY_SOURCE_UNKNOWN", "/source", policy.source(), FactVocabulary.sourceEvents());
        }
        return AssessorVersion.of(policy.assessor()).isPresent()
                ? Optional.empty()
                : refuse(
                        "POLICY_ASSESSOR_UNKNOWN",
                        "/assessor",
                        policy.assessor(),
                        Arrays.toString(AssessorVersion.values()));
    }

    private static Optional<Refusal> keys(PolicyDocument policy) {
        return policy.businessKeys().stream()
                .flatMap(List::stream)
                .map(fact -> knownAtOpening(policy, fact, "/businessKeys"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> knownAtOpening(PolicyDocument policy, String fact, String place) {
        if (FactVocabulary.type(fact).isEmpty()) {
            return unknownFact(fact, place);
        }
        return FactVocabulary.knownWith(policy.source(), fact)
                ? Optional.empty()
                : refuse("POLICY_FACT_TOO_LATE", place, fact, policy.source());
    }

    private static Optional<Refusal> dates(PolicyDocument policy) {
        var validity = policy.validity();
        if (validity.from().isAfter(validity.until())) {
            return refuse(
                    "POLICY_WINDOW_EMPTY", "/validity", validity.from() + "/" + validity.until(), "from <= until");
        }
        return firstOf(List.of(
                () -> ofType(validity.by(), FactType.DAY, "/validity/by"),
                () -> knownAtOpening(policy, validity.by(), "/validity/by"),
                () -> ofType(policy.funds().yearBy(), FactType.DAY, "/funds/yearBy")));
    }

    private static Optional<Refusal> conditions(List<Condition> conditions, String place) {
        var names = new HashSet<String>();
        for (var condition : conditions) {
            if (!names.add(condition.name())) {
                return refuse("POLICY_CONDITION_TWICE", place, condition.name(), "each name once");
            }
            var fault = condition(condition, place + "/" + (names.size() - 1));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Contradictions.find(conditions)
                .flatMap(conflict -> refuse(
                        "POLICY_CONTRADICTION",
                        place,
                        conflict.text(),
                        conflict.against().fact()));
    }

    private static Optional<Refusal> condition(Condition condition, String place) {
        var type = FactVocabulary.type(condition.fact());
        if (type.isEmpty()) {
            return unknownFact(condition.fact(), place + "/fact");
        }
        if (!condition.comparison().suits(type.get())) {
            return refuse(
                    "POLICY_COMPARISON_UNFIT", place, condition.comparison().word(), type.get());
        }
        var comparison = condition.comparison();
        return switch (condition.needed()) {
            case Operand.Nothing _ -> operand(comparison.wantsNothing(), place, "", type.get());
            case Operand.OfFact other
            when comparison.wantsList() || comparison.wantsNothing() -> operand(false, place, other.fact(), type.get());
            case Operand.OfFact other -> ofType(other.fact(), type.get(), place + "/value/fact");
            case Operand.Literal l ->
                operand(
                        !comparison.wantsList()
                                && !comparison.wantsNothing()
                                && l.value().fits(type.get()),
                        place,
                        l.value().text(),
                        type.get());
            case Operand.OneOf o ->
                operand(
                        comparison.wantsList() && o.values().stream().allMatch(v -> v.fits(type.get())),
                        place,
                        o.values().stream().map(FactValue::text).toList().toString(),
                        type.get());
        };
    }

    private static Optional<Refusal> operand(boolean fits, String place, String value, FactType type) {
        return fits ? Optional.empty() : refuse("POLICY_VALUE_UNFIT", place + "/value", value, type);
    }

    private static Optional<Refusal> groups(PolicyDocument policy) {
        var names = new HashSet<String>();
        for (var group : policy.groups()) {
            if (!names.add(group.name())) {
                return refuse("POLICY_GROUP_TWICE", "/groups", group.name(), "each name once");
            }
            var fault = conditions(group.when(), "/groups/" + (names.size() - 1) + "/when");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> amount(PolicyDocument policy) {
        return switch (policy.amount()) {
            case Amount.Formula formula -> formula(formula);
            case Amount.Table table -> table(policy, table);
        };
    }

    private static Optional<Refusal> formula(Amount.Formula formula) {
        if (formula.shareOf() > formula.shareIn()) {
            return refuse("POLICY_SHARE_ABOVE_ALL", "/amount/share", formula.shareOf() + "/" + formula.shareIn(), "1");
        }
        var cap = formula.cap();
        if (cap == null) {
            return refuse("POLICY_AMOUNT_UNBOUNDED", "/amount/cap", "", "cap");
        }
        return firstOf(List.of(
                () -> fen(formula.sum(), "/amount/sum"),
                () -> cap instanceof Cap.OfFacts of ? fen(of.sum(), "/amount/cap") : Optional.empty()));
    }

    private static Optional<Refusal> fen(Sum sum, String place) {
        var facts = new ArrayList<>(sum.plus());
        facts.addAll(sum.minus());
        return facts.stream()
                .map(fact -> ofType(fact, FactType.FEN, place))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> table(PolicyDocument policy, Amount.Table table) {
        for (var by : table.by()) {
            if (by.equals("group")
                    ? policy.groups().isEmpty()
                    : FactVocabulary.type(by).isEmpty()) {
                return unknownFact(by, "/amount/table/by");
            }
        }
        var seen = new HashSet<List<String>>();
        for (var row : table.rows()) {
            if (row.when().size() != table.by().size() || !seen.add(row.when())) {
                return refuse(
                        "POLICY_ROW_UNFIT", "/amount/table/rows", row.when().toString(), table.by());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> ofType(String fact, FactType wanted, String place) {
        var type = FactVocabulary.type(fact);
        if (type.isEmpty()) {
            return unknownFact(fact, place);
        }
        return type.get() == wanted ? Optional.empty() : refuse("POLICY_FACT_TYPE", place, fact, wanted);
    }

    private static Optional<Refusal> unknownFact(String fact, String place) {
        return refuse("POLICY_FACT_UNKNOWN", place, fact, FactVocabulary.all().keySet());
    }

    private static Optional<Refusal> refuse(String code, String place, String value, Object needed) {
        return Optional.of(Refusal.invalid(code, place, value, needed.toString()));
    }
}
