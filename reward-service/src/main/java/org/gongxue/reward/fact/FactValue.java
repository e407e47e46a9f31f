package org.gongxue.reward.fact;

import java.time.LocalDate;

/** The value of a fact. */
public sealed interface FactValue {

    /** A whole number, or fen. */
    record Whole(long number) implements FactValue {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** A date. */
    record Day(LocalDate date) implements FactValue {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** A word. */
    record Text(String word) implements FactValue {
        @Override
        public String text() {
            return word;
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements FactValue {
        @Override
        public String text() {
            return Boolean.toString(yes);
        }
    }

    /** The value as it is recorded and shown: digits, ISO 8601, the word, true or false. */
    String text();

    /** Whether a fact of this type can have this value. */
    default boolean fits(FactType type) {
        return switch (this) {
            case Whole _ -> type == FactType.WHOLE || type == FactType.FEN;
            case Day _ -> type == FactType.DAY;
            case Text _ -> type == FactType.TEXT;
            case Flag _ -> type == FactType.FLAG;
        };
    }
}
