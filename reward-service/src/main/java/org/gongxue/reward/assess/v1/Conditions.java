package org.gongxue.reward.assess.v1;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.ConditionTest;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.Comparison;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;
import org.jspecify.annotations.Nullable;

/** Evaluates one condition. */
final class Conditions {

    private Conditions() {}

    /**
     * The result. {@code passed} is absent when the condition does not apply, which needs no further fact, and when a
     * fact is not known, which is then added to {@code missing}.
     */
    static ConditionResult evaluate(Condition condition, Map<String, FactValue> facts, Set<String> missing) {
        var unheard = new LinkedHashSet<String>();
        var when = condition.when().stream()
                .map(test -> evaluate(test, facts, unheard))
                .toList();
        var asked = evaluate(condition.test(), facts, unheard);
        var result = new ConditionResult(
                condition.name(),
                condition.fact(),
                asked.comparison(),
                asked.value(),
                asked.needed(),
                when.stream().allMatch(test -> Boolean.TRUE.equals(test.holds())) ? asked.holds() : null,
                condition.article(),
                when);
        if (result.applies()) {
            missing.addAll(unheard);
        }
        return result;
    }

    private static ConditionTest evaluate(Test test, Map<String, FactValue> facts, Set<String> missing) {
        var value = facts.get(test.fact());
        if (value == null) {
            missing.add(test.fact());
        }
        var needed = needed(test.needed(), facts, missing);
        return new ConditionTest(
                test.fact(),
                test.comparison().word(),
                value == null ? null : value.text(),
                shown(test.comparison(), needed),
                (value == null || needed == null) ? null : holds(test.comparison(), value, needed));
    }

    /** The values that are needed; null when the fact that gives them is missing. */
    private static @Nullable List<FactValue> needed(
            Operand operand, Map<String, FactValue> facts, Set<String> missing) {
        return switch (operand) {
            case Operand.Literal l -> List.of(l.value());
            case Operand.OneOf o -> o.values();
            case Operand.Nothing _ -> List.of();
            case Operand.OfFact other -> {
                var value = facts.get(other.fact());
                if (value == null) {
                    missing.add(other.fact());
                }
                yield value == null ? null : List.of(value);
            }
        };
    }

    private static boolean holds(Comparison comparison, FactValue value, List<FactValue> needed) {
        return switch (comparison) {
            case EQUALS, IN -> needed.contains(value);
            case NOT_EQUALS, NOT_IN -> !needed.contains(value);
            case AT_LEAST, NOT_BEFORE -> compare(value, needed.getFirst()) >= 0;
            case AT_MOST, NOT_AFTER -> compare(value, needed.getFirst()) <= 0;
            case IS_TRUE -> value.equals(new FactValue.Flag(true));
            case IS_FALSE -> value.equals(new FactValue.Flag(false));
        };
    }

    private static int compare(FactValue value, FactValue needed) {
        if (value instanceof FactValue.Whole a && needed instanceof FactValue.Whole b) {
            return Long.compare(a.number(), b.number());
        }
        if (value instanceof FactValue.Day a && needed instanceof FactValue.Day b) {
            return a.date().compareTo(b.date());
        }
        throw new IllegalStateException("a published policy compares " + value.text() + " with " + needed.text());
    }

    private static @Nullable String shown(Comparison comparison, @Nullable List<FactValue> needed) {
        if (needed == null) {
            return null;
        }
        return switch (comparison) {
            case IS_TRUE -> "true";
            case IS_FALSE -> "false";
            case EQUALS, NOT_EQUALS, AT_LEAST, AT_MOST, NOT_BEFORE, NOT_AFTER, IN, NOT_IN ->
                needed.stream().map(FactValue::text).collect(Collectors.joining(", "));
        };
    }
}
