package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Group;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PossibilityTest {

    private static final String CREDITS = "graduation.universityCredits";
    private static final String DAY = "graduation.awardedOn";
    private static final String OPEN_WORD = "outcome.occupationCode";
    private static final String HELD = "outcome.heldBefore";
    private static final String HELD_RANK = "outcome.heldBeforeRank";
    private static final String OWNERSHIP = "unit.ownership";
    private static final String TRADE = "contest.certifiedTrade";

    static List<List<Condition>> impossible() {
        return List.of(
                List.of(number(CREDITS, Comparison.AT_LEAST, 80), number(CREDITS, Comparison.AT_MOST, 60)),
                List.of(number(CREDITS, Comparison.EQUALS, 80), number(CREDITS, Comparison.NOT_EQUALS, 80)),
                List.of(number(CREDITS, Comparison.EQUALS, 80), number(CREDITS, Comparison.EQUALS, 81)),
                List.of(
                        number(CREDITS, Comparison.AT_LEAST, 80),
                        number(CREDITS, Comparison.AT_MOST, 81),
                        number(CREDITS, Comparison.NOT_EQUALS, 80),
                        number(CREDITS, Comparison.NOT_EQUALS, 81)),
                List.of(words(OPEN_WORD, Comparison.IN, "A", "B"), words(OPEN_WORD, Comparison.NOT_IN, "A", "B")),
                List.of(words(OPEN_WORD, Comparison.IN, "A"), words(OPEN_WORD, Comparison.IN, "B")),
                List.of(day(Comparison.NOT_BEFORE, "2017-01-02"), day(Comparison.NOT_AFTER, "2017-01-01")),
                // every word of a fact is excluded
                List.of(
                        words(OWNERSHIP, Comparison.NOT_IN, "STATE", "COLLECTIVE", "NOT_APPLICABLE"),
                        words(OWNERSHIP, Comparison.NOT_IN, "PRIVATE", "FOREIGN", "MIXED", "INDIVIDUAL")),
                List.of(flag(Comparison.NOT_EQUALS, true), flag(Comparison.NOT_EQUALS, false)),
                // a level and its rank are one fact
                List.of(words(HELD, Comparison.IN, "NONE", "BEGINNER"), number(HELD_RANK, Comparison.AT_LEAST, 3)),
                List.of(number(HELD_RANK, Comparison.AT_LEAST, 9)),
                // a condition that applies only sometimes counts where it must apply
                List.of(
                        words(OWNERSHIP, Comparison.IN, "STATE"),
                        when(number(CREDITS, Comparison.AT_LEAST, 80), words(OWNERSHIP, Comparison.IN, "STATE")),
                        number(CREDITS, Comparison.AT_MOST, 60)));
    }

    static List<List<Condition>> possible() {
        return List.of(
                List.of(number(CREDITS, Comparison.AT_LEAST, 80), number(CREDITS, Comparison.AT_MOST, 80)),
                List.of(number(CREDITS, Comparison.AT_LEAST, 1), number(CREDITS, Comparison.NOT_EQUALS, 1)),
                List.of(number(CREDITS, Comparison.NOT_EQUALS, 1)),
                List.of(words(OPEN_WORD, Comparison.IN, "A", "B"), words(OPEN_WORD, Comparison.NOT_IN, "A")),
                List.of(words(OPEN_WORD, Comparison.NOT_IN, "A"), words(OPEN_WORD, Comparison.NOT_IN, "B")),
                List.of(day(Comparison.NOT_BEFORE, "2017-01-01"), day(Comparison.NOT_AFTER, "2017-01-01")),
                List.of(flag(Comparison.NOT_EQUALS, true)),
                List.of(words(HELD, Comparison.NOT_IN, "NONE"), number(HELD_RANK, Comparison.AT_MOST, 2)),
                List.of(
                        when(number(CREDITS, Comparison.AT_LEAST, 80), words(OWNERSHIP, Comparison.IN, "STATE")),
                        number(CREDITS, Comparison.AT_MOST, 60)),
                List.of(
                        new Condition(
                                "of a fact",
                                "x",
                                null,
                                CREDITS,
                                Comparison.AT_LEAST,
                                new Operand.OfFact("graduation.requiredCredits"),
                                List.of()),
                        number(CREDITS, Comparison.AT_MOST, 60)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNobodyPassesIsFoundWithNothingToSpare(List<Condition> conditions) {
        var conflict = new Possibility().conflict(requirements(conditions));
        assertThat(conflict)
                .hasValueSatisfying(core -> assertThat(core).allSatisfy(one -> {
                    var others =
                            core.stream().filter(other -> !other.equals(one)).toList();
                    assertThat(new Possibility().possible(others)).isTrue();
                }));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void whatSomebodyPassesIsNot(List<Condition> conditions) {
        assertThat(new Possibility().conflict(requirements(conditions))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("possible")
    void nobodyIsInAGroupAndOutsideIt(List<Condition> conditions) {
        var decidable = conditions.stream().noneMatch(c -> c.needed() instanceof Operand.OfFact);
        var both = new ArrayList<>(requirements(conditions));
        both.add(Requirement.outside(new Group("g", conditions)));
        assertThat(new Possibility().possible(both)).isEqualTo(!decidable);
    }

    private static List<Requirement> requirements(List<Condition> conditions) {
        return conditions.stream().map(Requirement::of).toList();
    }

    private static Condition number(String fact, Comparison comparison, long number) {
        return condition(fact, comparison, new Operand.Literal(new FactValue.Whole(number)));
    }

    private static Condition day(Comparison comparison, String date) {
        return condition(DAY, comparison, new Operand.Literal(new FactValue.Day(LocalDate.parse(date))));
    }

    private static Condition flag(Comparison comparison, boolean yes) {
        return condition(TRADE, comparison, new Operand.Literal(new FactValue.Flag(yes)));
    }

    private static Condition words(String fact, Comparison comparison, String... words) {
        return condition(
                fact,
                comparison,
                new Operand.OneOf(
                        Arrays.stream(words).<FactValue>map(FactValue.Text::new).toList()));
    }

    private static Condition condition(String fact, Comparison comparison, Operand needed) {
        return new Condition(comparison.word(), "x", null, fact, comparison, needed, List.of());
    }

    private static Condition when(Condition condition, Condition applies) {
        return new Condition(
                condition.name(),
                "x",
                null,
                condition.fact(),
                condition.comparison(),
                condition.needed(),
                List.of(new Test(applies.fact(), applies.comparison(), applies.needed())));
    }
}
