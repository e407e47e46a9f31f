package org.gongxue.reward.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;
import org.jspecify.annotations.Nullable;

/**
 * The values that one fact may still have: in an interval of numbers or days, allowed by name, and not excluded. Skill
 * levels are numbers here, so that a level and its rank are one fact.
 *
 * @param allowed null when every value of the interval is
 */
record Room(long lowest, long highest, @Nullable Set<FactValue> allowed, Set<FactValue> excluded) {

    /** All values of a fact. */
    static Room of(String fact) {
        var level = fact.endsWith("Rank") ? fact.substring(0, fact.length() - "Rank".length()) : fact;
        var words = FactVocabulary.words(level);
        if (!level.equals(fact)) {
            return new Room(0, words.size() - 1L, null, Set.of());
        }
        var flag = FactVocabulary.type(fact).filter(FactType.FLAG::equals).isPresent();
        Set<FactValue> allowed = flag ? Set.of(new FactValue.Flag(true), new FactValue.Flag(false)) : null;
        return new Room(Long.MIN_VALUE, Long.MAX_VALUE, words.isEmpty() ? allowed : texts(words), Set.of());
    }

    private static Set<FactValue> texts(List<String> words) {
        var texts = new HashSet<FactValue>();
        words.forEach(word -> texts.add(new FactValue.Text(word)));
        return texts;
    }

    /** The comparison itself, or for a skill level's word the same one of its rank. */
    static Test normal(Test test) {
        return FactVocabulary.rankOf(test.fact())
                .map(rank -> new Test(rank, test.comparison(), ranked(test.needed())))
                .orElse(test);
    }

    private static Operand ranked(Operand needed) {
        return switch (needed) {
            case Operand.Literal l -> new Operand.Literal(ranked(l.value()));
            case Operand.OneOf o ->
                new Operand.OneOf(o.values().stream().map(Room::ranked).toList());
            case Operand.OfFact _, Operand.Nothing _ -> needed;
        };
    }

    private static FactValue ranked(FactValue level) {
        return new FactValue.Whole(FactVocabulary.rank(level.text()));
    }

    /** What is left when a comparison, with values of its own, holds too. */
    Room narrowed(Test test) {
        return switch (test.comparison()) {
            case EQUALS, IN -> allow(values(test));
            case NOT_EQUALS, NOT_IN -> new Room(lowest, highest, allowed, union(excluded, values(test)));
            case AT_LEAST, NOT_BEFORE -> new Room(Math.max(lowest, bound(test)), highest, allowed, excluded);
            case AT_MOST, NOT_AFTER -> new Room(lowest, Math.min(highest, bound(test)), allowed, excluded);
            case IS_TRUE -> allow(Set.of(new FactValue.Flag(true)));
            case IS_FALSE -> allow(Set.of(new FactValue.Flag(false)));
        };
    }

    /** Whether a value is left. */
    boolean hasSpace() {
        if (allowed != null) {
            return allowed.stream().anyMatch(v -> !excluded.contains(v) && inInterval(v));
        }
        if (lowest > highest) {
            return false;
        }
        var places = excluded.stream().filter(this::inInterval).count();
        return highest - lowest < 0 || highest - lowest >= places; // below zero: too wide to count
    }

    private Room allow(Set<FactValue> values) {
        var both = new HashSet<>(values);
        if (allowed != null) {
            both.retainAll(allowed);
        }
        return new Room(lowest, highest, both, excluded);
    }

    private static Set<FactValue> union(Set<FactValue> some, Set<FactValue> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private boolean inInterval(FactValue value) {
        return switch (value) {
            case FactValue.Whole _, FactValue.Day _ -> place(value) >= lowest && place(value) <= highest;
            case FactValue.Text _, FactValue.Flag _ -> true;
        };
    }

    private static long bound(Test test) {
        return place(values(test).iterator().next());
    }

    private static Set<FactValue> values(Test test) {
        return switch (test.needed()) {
            case Operand.Literal l -> Set.of(l.value());
            case Operand.OneOf o -> new HashSet<>(o.values());
            case Operand.OfFact _, Operand.Nothing _ -> Set.of();
        };
    }

    private static long place(FactValue value) {
        return switch (value) {
            case FactValue.Whole w -> w.number();
            case FactValue.Day d -> d.date().toEpochDay();
            case FactValue.Text _, FactValue.Flag _ ->
                throw new IllegalStateException("words have no order: " + value.text());
        };
    }
}
