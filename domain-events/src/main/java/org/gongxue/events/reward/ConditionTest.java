package org.gongxue.events.reward;

import org.jspecify.annotations.Nullable;

/**
 * One comparison that says whether a condition applies, as it was evaluated.
 *
 * @param value the value found; null while the fact has not been heard of
 * @param needed the value for which it holds; null when another fact gives it and that one has not been heard of
 * @param holds null while a fact is missing
 */
public record ConditionTest(
        String fact,
        String comparison,
        @Nullable String value,
        @Nullable String needed,
        @Nullable Boolean holds) {}
