package org.gongxue.reward.assess.v1;

import org.gongxue.reward.fact.FactValue;

/** The year of a date among the facts. */
final class Years {

    private Years() {}

    /**
     * The year.
     *
     * @throws IllegalStateException if the fact is no date, which no published policy asks for
     */
    static int of(FactValue value, String fact) {
        if (value instanceof FactValue.Day day) {
            return day.date().getYear();
        }
        throw new IllegalStateException(fact + " is no date");
    }
}
