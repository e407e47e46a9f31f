package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.fact;
import static org.gongxue.reward.policy.Faults.firstOf;
import static org.gongxue.reward.policy.Faults.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;

/** Checks a policy's conditions and groups: each by itself, and whether somebody can pass them together. */
final class ConditionCheck {

    /** Codes that say something else than that a condition failed. */
    private static final Set<String> RESERVED = Set.of(
            "CONDITION_FAILED",
            "DUPLICATE",
            "NO_GROUP",
            "NO_AMOUNT",
            "NOTHING_OWED",
            "NO_PLACES",
            "FUND_SHORT",
            "OUTCOME_REFUSED",
            "QUOTA_FULL",
            "QUOTA_YEAR_ENDED",
            "REVOKED");

    private ConditionCheck() {}

    /** The first fault. */
    static Optional<Refusal> fault(PolicyDocument policy, Possibility search) {
        return firstOf(
                () -> conditions(policy, policy.eligibility(), "/eligibility"),
                () -> contradiction(policy.eligibility(), "/eligibility", search),
                () -> groups(policy, search),
                () -> reach(policy, search));
    }

    private static Optional<Refusal> conditions(PolicyDocument policy, List<Condition> conditions, String place) {
        var names = new HashSet<String>();
        for (var condition : conditions) {
            var here = place + "/" + names.size();
            if (!names.add(condition.name())) {
                return refuse("POLICY_CONDITION_TWICE", place, condition.name(), "1");
            }
            var code = condition.code();
            if (code != null && RESERVED.contains(code)) {
                return refuse("POLICY_CODE_RESERVED", here + "/code", code, String.join(", ", RESERVED));
            }
            var fault = firstOf(
                    () -> test(policy, condition.test(), here),
                    () -> each(condition.when(), here + "/when", (test, there) -> test(policy, test, there)));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private interface Each<T> {
        Optional<Refusal> fault(T item, String place);
    }

    private static <T> Optional<Refusal> each(List<T> items, String place, Each<T> check) {
        for (var i = 0; i < items.size(); i++) {
            var fault = check.fault(items.get(i), place + "/" + i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> test(PolicyDocument policy, Test test, String place) {
        return firstOf(
                () -> fact(policy, test.fact(), place + "/fact"),
                () -> comparison(test, place),
                () -> operand(policy, test, place));
    }

    private static Optional<Refusal> comparison(Test test, String place) {
        return test.comparison().suits(type(test))
                ? Optional.empty()
                : refuse("POLICY_COMPARISON_UNFIT", place, test.comparison().word(), type(test));
    }

    private static Optional<Refusal> operand(PolicyDocument policy, Test test, String place) {
        var comparison = test.comparison();
        var wantsOne = !comparison.wantsList() && !comparison.wantsNothing();
        return switch (test.needed()) {
            case Operand.Nothing _ -> unfit(comparison.wantsNothing(), test, place, "");
            case Operand.OfFact other ->
                firstOf(
                        () -> unfit(wantsOne, test, place, other.fact()),
                        () -> fact(policy, other.fact(), type(test), place + "/value/fact"));
            case Operand.Literal l ->
                firstOf(
                        () -> unfit(
                                wantsOne && l.value().fits(type(test)),
                                test,
                                place,
                                l.value().text()),
                        () -> word(test, l.value(), place));
            case Operand.OneOf o ->
                firstOf(
                        () -> unfit(
                                comparison.wantsList() && o.values().stream().allMatch(v -> v.fits(type(test))),
                                test,
                                place,
                                o.values().stream()
                                        .map(FactValue::text)
                                        .toList()
                                        .toString()),
                        () -> each(o.values(), place + "/value", (value, _) -> word(test, value, place)));
        };
    }

    private static FactType type(Test test) {
        return FactVocabulary.type(test.fact()).orElseThrow();
    }

    private static Optional<Refusal> unfit(boolean fits, Test test, String place, String value) {
        return fits ? Optional.empty() : refuse("POLICY_VALUE_UNFIT", place + "/value", value, type(test));
    }

    private static Optional<Refusal> word(Test test, FactValue value, String place) {
        var words = FactVocabulary.words(test.fact());
        return words.isEmpty() || words.contains(value.text())
                ? Optional.empty()
                : refuse("POLICY_WORD_UNKNOWN", place + "/value", value.text(), String.join(", ", words));
    }

    private static Optional<Refusal> groups(PolicyDocument policy, Possibility search) {
        var names = new HashSet<String>();
        for (var group : policy.groups()) {
            var place = "/groups/" + names.size();
            if (!names.add(group.name())) {
                return refuse("POLICY_GROUP_TWICE", "/groups", group.name(), "1");
            }
            var fault = firstOf(
                    () -> conditions(policy, group.when(), place + "/when"),
                    () -> contradiction(group.when(), place + "/when", search));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> contradiction(List<Condition> conditions, String place, Possibility search) {
        return search.conflict(conditions.stream().map(Requirement::of).toList())
                .flatMap(conflict ->
                        refuse("POLICY_CONTRADICTION", place, text(conflict, Requirement::text), facts(conflict)));
    }

    /** Whether somebody can be in each group: among those who pass, and not in an earlier one. */
    private static Optional<Refusal> reach(PolicyDocument policy, Possibility search) {
        var required = new ArrayList<>(
                policy.eligibility().stream().map(Requirement::of).toList());
        for (var i = 0; i < policy.groups().size(); i++) {
            var group = policy.groups().get(i);
            var place = "/groups/" + i;
            var inGroup = new ArrayList<>(required);
            group.when().stream().map(Requirement::of).forEach(inGroup::add);
            var conflict = search.conflict(inGroup);
            if (conflict.isPresent()) {
                var shadowing = conflict.get().stream()
                        .filter(Requirement::outsideAGroup)
                        .toList();
                return shadowing.isEmpty()
                        ? refuse("POLICY_GROUP_EMPTY", place, text(conflict.get(), Requirement::text), group.name())
                        : refuse("POLICY_GROUP_SHADOWED", place, group.name(), text(shadowing, Requirement::text));
            }
            required.add(Requirement.outside(group));
        }
        return Optional.empty();
    }

    private static String text(List<Requirement> requirements, Function<Requirement, String> part) {
        return String.join("; ", requirements.stream().map(part).toList());
    }

    private static String facts(List<Requirement> requirements) {
        return String.join(
                ", ",
                requirements.stream()
                        .flatMap(r -> r.facts().stream())
                        .distinct()
                        .toList());
    }
}
