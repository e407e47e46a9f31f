package org.gongxue.reward.policy;

import java.util.Arrays;
import org.gongxue.reward.fact.FactType;

/** How a condition compares a fact with what is needed. */
public enum Comparison {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    AT_LEAST("atLeast"),
    AT_MOST("atMost"),
    NOT_BEFORE("notBefore"),
    NOT_AFTER("notAfter"),
    IN("in"),
    NOT_IN("notIn"),
    IS_TRUE("isTrue"),
    IS_FALSE("isFalse");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /** The word in the document. */
    public String word() {
        return word;
    }

    /** Whether facts of a type can be compared so. */
    public boolean suits(FactType type) {
        return switch (this) {
            case EQUALS, NOT_EQUALS -> true;
            case AT_LEAST, AT_MOST -> type == FactType.WHOLE || type == FactType.FEN;
            case NOT_BEFORE, NOT_AFTER -> type == FactType.DAY;
            case IN, NOT_IN -> type == FactType.TEXT || type == FactType.WHOLE;
            case IS_TRUE, IS_FALSE -> type == FactType.FLAG;
        };
    }

    /** Whether a list of values is needed. */
    public boolean wantsList() {
        return this == IN || this == NOT_IN;
    }

    /** Whether nothing is needed beside the fact. */
    public boolean wantsNothing() {
        return this == IS_TRUE || this == IS_FALSE;
    }

    /**
     * The comparison a document means.
     *
     * @throws IllegalArgumentException if there is no such comparison
     */
    public static Comparison of(String word) {
        return Arrays.stream(values())
                .filter(c -> c.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison '" + word + "'"));
    }
}
