package org.gongxue.events.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a policy as it was evaluated.
 *
 * @param name the condition's name in the policy
 * @param fact the fact it asks about
 * @param comparison how it compares, as written in the policy
 * @param value the value found; null while the fact has not been heard of
 * @param needed the value that passes; null when another fact gives it and that one has not been heard of
 * @param passed whether it holds; null while a fact is missing, and for a condition that does not apply
 * @param article the article of the policy that says so
 * @param when the comparisons that must all hold for the condition to apply; empty when it always applies
 */
public record ConditionResult(
        String name,
        String fact,
        String comparison,
        @Nullable String value,
        @Nullable String needed,
        @Nullable Boolean passed,
        String article,
        List<ConditionTest> when) {

    public ConditionResult {
        when = List.copyOf(when);
    }

    /** Whether it counts: false once a comparison of {@code when} is known not to hold. */
    public boolean applies() {
        return when.stream().noneMatch(test -> Boolean.FALSE.equals(test.holds()));
    }
}
