package org.gongxue.reward.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.jspecify.annotations.Nullable;

/** Finds conditions on one fact that no value can pass together. Conditions that name another fact are not judged. */
final class Contradictions {

    /** Two sets of conditions that exclude each other. */
    record Conflict(List<Condition> earlier, Condition against) {

        /** The conflict as it is shown: {@code minimum: atLeast 80; maximum: atMost 60}. */
        String text() {
            var all = new ArrayList<>(earlier);
            all.add(against);
            return String.join("; ", all.stream().map(Conflict::text).toList());
        }

        private static String text(Condition c) {
            var needed = switch (c.needed()) {
                case Operand.Literal l -> " " + l.value().text();
                case Operand.OneOf o ->
                    " " + o.values().stream().map(FactValue::text).toList();
                case Operand.OfFact f -> " " + f.fact();
                case Operand.Nothing _ -> "";
            };
            return c.name() + ": " + c.comparison().word() + needed;
        }
    }

    private Contradictions() {}

    /** The first conflict among conditions that must all hold. */
    static Optional<Conflict> find(List<Condition> conditions) {
        var byFact = new LinkedHashMap<String, List<Condition>>();
        for (var condition : conditions) {
            if (condition.needed() instanceof Operand.OfFact) {
                continue;
            }
            var earlier = byFact.computeIfAbsent(condition.fact(), _ -> new ArrayList<>());
            earlier.add(condition);
            if (!satisfiable(earlier)) {
                return Optional.of(new Conflict(List.copyOf(earlier.subList(0, earlier.size() - 1)), condition));
            }
        }
        return Optional.empty();
    }

    private static boolean satisfiable(List<Condition> conditions) {
        var room = new Room();
        conditions.forEach(room::narrow);
        return room.hasSpace();
    }

    /** The values that still pass: those allowed by name, in an interval of numbers or days, and not excluded. */
    private static final class Room {
        private long lowest = Long.MIN_VALUE;
        private long highest = Long.MAX_VALUE;
        private @Nullable Set<FactValue> allowed;
        private final Set<FactValue> excluded = new HashSet<>();

        void narrow(Condition condition) {
            switch (condition.comparison()) {
                case EQUALS -> allow(values(condition));
                case IN -> allow(values(condition));
                case NOT_EQUALS, NOT_IN -> excluded.addAll(values(condition));
                case AT_LEAST, NOT_BEFORE -> lowest = Math.max(lowest, place(first(condition)));
                case AT_MOST, NOT_AFTER -> highest = Math.min(highest, place(first(condition)));
                case IS_TRUE -> allow(Set.of(new FactValue.Flag(true)));
                case IS_FALSE -> allow(Set.of(new FactValue.Flag(false)));
            }
        }

        boolean hasSpace() {
            if (allowed == null) {
                return lowest < highest
                        || (lowest == highest && excluded.stream().noneMatch(v -> place(v) == lowest));
            }
            return allowed.stream().anyMatch(v -> !excluded.contains(v) && inInterval(v));
        }

        private void allow(Set<FactValue> values) {
            if (allowed == null) {
                allowed = new HashSet<>(values);
            } else {
                allowed.retainAll(values);
            }
        }

        private boolean inInterval(FactValue value) {
            return switch (value) {
                case FactValue.Whole _, FactValue.Day _ -> place(value) >= lowest && place(value) <= highest;
                case FactValue.Text _, FactValue.Flag _ -> true;
            };
        }

        private static FactValue first(Condition condition) {
            return values(condition).iterator().next();
        }

        private static Set<FactValue> values(Condition condition) {
            return switch (condition.needed()) {
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
}
