package org.gongxue.reward.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Group;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;

/**
 * Something that must hold of a person's facts, as alternatives of comparisons: all comparisons of one alternative hold.
 *
 * @param text as it is shown: {@code minimum: atLeast 80}; for one outside a group, the group's name
 * @param outsideAGroup whether it says that a group is not the person's
 */
record Requirement(String text, boolean outsideAGroup, List<List<Test>> alternatives) {

    /** A condition holds, or it does not apply. */
    static Requirement of(Condition condition) {
        var alternatives = new ArrayList<List<Test>>();
        alternatives.add(List.of(condition.test()));
        condition.when().forEach(test -> alternatives.add(not(test)));
        return new Requirement(text(condition), false, alternatives);
    }

    /** At least one condition of a group applies and does not hold. */
    static Requirement outside(Group group) {
        var alternatives = group.when().stream()
                .map(condition -> {
                    var failing = new ArrayList<>(condition.when());
                    failing.addAll(not(condition.test()));
                    return List.copyOf(failing);
                })
                .toList();
        return new Requirement(group.name(), true, alternatives);
    }

    /** A fact has this value. */
    static Requirement equal(String fact, FactValue value) {
        var test = new Test(fact, Comparison.EQUALS, new Operand.Literal(value));
        return new Requirement(fact + " " + value.text(), false, List.of(List.of(test)));
    }

    /** The facts it asks about. */
    List<String> facts() {
        return alternatives.stream()
                .flatMap(List::stream)
                .map(Test::fact)
                .distinct()
                .toList();
    }

    /** The opposite of a comparison; nothing at all, which always holds, if it hangs on another fact. */
    private static List<Test> not(Test test) {
        if (test.needed() instanceof Operand.OfFact) {
            return List.of();
        }
        return List.of(new Test(test.fact(), not(test.comparison()), bound(test)));
    }

    private static Comparison not(Comparison comparison) {
        return switch (comparison) {
            case EQUALS -> Comparison.NOT_EQUALS;
            case NOT_EQUALS -> Comparison.EQUALS;
            case AT_LEAST -> Comparison.AT_MOST;
            case AT_MOST -> Comparison.AT_LEAST;
            case NOT_BEFORE -> Comparison.NOT_AFTER;
            case NOT_AFTER -> Comparison.NOT_BEFORE;
            case IN -> Comparison.NOT_IN;
            case NOT_IN -> Comparison.IN;
            case IS_TRUE -> Comparison.IS_FALSE;
            case IS_FALSE -> Comparison.IS_TRUE;
        };
    }

    /** Numbers and days are whole: not at least 5 is at most 4. */
    private static Operand bound(Test test) {
        return switch (test.comparison()) {
            case AT_LEAST, NOT_BEFORE -> moved(test.needed(), -1);
            case AT_MOST, NOT_AFTER -> moved(test.needed(), 1);
            case EQUALS, NOT_EQUALS, IN, NOT_IN, IS_TRUE, IS_FALSE -> test.needed();
        };
    }

    private static Operand moved(Operand bound, int by) {
        return switch (bound) {
            case Operand.Literal(FactValue.Whole(long number)) -> new Operand.Literal(new FactValue.Whole(number + by));
            case Operand.Literal(FactValue.Day(LocalDate date)) ->
                new Operand.Literal(new FactValue.Day(date.plusDays(by)));
            case Operand.Literal _, Operand.OneOf _, Operand.OfFact _, Operand.Nothing _ -> bound;
        };
    }

    private static String text(Condition condition) {
        var when = condition.when().stream().map(Requirement::text).toList();
        return condition.name() + ": " + text(condition.test())
                + (when.isEmpty() ? "" : " (" + String.join(", ", when) + ")");
    }

    private static String text(Test test) {
        return switch (test.needed()) {
            case Operand.Literal l -> test.comparison().word() + " " + l.value().text();
            case Operand.OneOf o ->
                test.comparison().word() + " "
                        + o.values().stream().map(FactValue::text).toList();
            case Operand.OfFact f -> test.comparison().word() + " " + f.fact();
            case Operand.Nothing _ -> test.comparison().word();
        };
    }
}
