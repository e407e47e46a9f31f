package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContradictionsTest {

    static List<List<Condition>> impossible() {
        return List.of(
                List.of(number(Comparison.AT_LEAST, 80), number(Comparison.AT_MOST, 60)),
                List.of(number(Comparison.EQUALS, 80), number(Comparison.NOT_EQUALS, 80)),
                List.of(number(Comparison.EQUALS, 80), number(Comparison.EQUALS, 81)),
                List.of(
                        number(Comparison.AT_LEAST, 80),
                        number(Comparison.AT_MOST, 80),
                        number(Comparison.NOT_EQUALS, 80)),
                List.of(words(Comparison.IN, "A", "B"), words(Comparison.NOT_IN, "A", "B")),
                List.of(words(Comparison.IN, "A"), words(Comparison.IN, "B")),
                List.of(day(Comparison.NOT_BEFORE, "2017-01-02"), day(Comparison.NOT_AFTER, "2017-01-01")));
    }

    static List<List<Condition>> possible() {
        return List.of(
                List.of(number(Comparison.AT_LEAST, 80), number(Comparison.AT_MOST, 80)),
                List.of(number(Comparison.AT_LEAST, 1), number(Comparison.NOT_EQUALS, 1)),
                List.of(words(Comparison.IN, "A", "B"), words(Comparison.NOT_IN, "A")),
                List.of(words(Comparison.NOT_IN, "A"), words(Comparison.NOT_IN, "B")),
                List.of(day(Comparison.NOT_BEFORE, "2017-01-01"), day(Comparison.NOT_AFTER, "2017-01-01")));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoValuePassesIsFound(List<Condition> conditions) {
        assertThat(Contradictions.find(conditions)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("possible")
    void whatSomeValuePassesIsNot(List<Condition> conditions) {
        assertThat(Contradictions.find(conditions)).isEmpty();
    }

    private static Condition number(Comparison comparison, long number) {
        return condition(comparison, new Operand.Literal(new FactValue.Whole(number)));
    }

    private static Condition day(Comparison comparison, String date) {
        return condition(comparison, new Operand.Literal(new FactValue.Day(LocalDate.parse(date))));
    }

    private static Condition words(Comparison comparison, String... words) {
        return condition(
                comparison,
                new Operand.OneOf(
                        Arrays.stream(words).<FactValue>map(FactValue.Text::new).toList()));
    }

    private static Condition condition(Comparison comparison, Operand needed) {
        return new Condition(comparison.word(), "x", null, "some.fact", comparison, needed, List.of());
    }
}
