package org.gongxue.reward.policy;

import java.util.Arrays;
import java.util.Set;
import org.gongxue.reward.fact.FactType;

/** How a condition compares a fact with what is needed. */
public enum Comparison {
    EQUALS("equals", Set.of(FactType.values())),
    NOT_EQUALS("notEquals", Set.of(FactType.values())),
    AT_LEAST("atLeast", Set.of(FactType.WHOLE, FactType.FEN)),
    AT_MOST("atMost", Set.of(FactType.WHOLE, FactType.FEN)),
    NOT_BEFORE("notBefore", Set.of(FactType.DAY)),
    NOT_AFTER("notAfter", Set.of(FactType.DAY)),
    IN("in", Set.of(FactType.TEXT, FactType.WHOLE)),
    NOT_IN("notIn", Set.of(FactType.TEXT, FactType.WHOLE)),
    IS_TRUE("isTrue", Set.of(FactType.FLAG)),
    IS_FALSE("isFalse", Set.of(FactType.FLAG));

    private final String word;
    private final Set<FactType> types;

    Comparison(String word, Set<FactType> types) {
        this.word = word;
        this.types = types;
    }

    /** The word in the document. */
    public String word() {
        return word;
    }

    /** Whether facts of a type can be compared so. */
    public boolean suits(FactType type) {
        return types.contains(type);
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
