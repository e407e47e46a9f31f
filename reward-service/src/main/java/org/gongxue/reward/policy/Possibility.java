package org.gongxue.reward.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Test;

/**
 * Finds out whether somebody's facts can meet several requirements together. Facts are taken as free of each other, and
 * a comparison with another fact as one that may hold, so what is called impossible is. One of these is for one document:
 * when all its searches together have taken {@link #STEPS_MAX} steps, everything else counts as possible.
 */
final class Possibility {

    /** The most steps for one document, in each of which one alternative is tried: a publication waits for them. */
    static final int STEPS_MAX = 50_000;

    private int steps;

    /** The steps taken so far. */
    int steps() {
        return steps;
    }

    /** Whether somebody certainly can meet them all; false when the steps are used up. */
    boolean certain(List<Requirement> requirements) {
        return possible(requirements) && !exhausted();
    }

    private boolean exhausted() {
        return steps >= STEPS_MAX;
    }

    /** Whether somebody can meet them all, or may. */
    boolean possible(List<Requirement> requirements) {
        if (exhausted()) {
            return true;
        }
        var fewestFirst = requirements.stream()
                .sorted(Comparator.comparing(r -> r.alternatives().size()))
                .toList();
        return search(fewestFirst, 0, new LinkedHashMap<>());
    }

    /** Requirements that nobody can meet together, none of them to spare while steps are left; empty if somebody can. */
    Optional<List<Requirement>> conflict(List<Requirement> requirements) {
        if (possible(requirements)) {
            return Optional.empty();
        }
        var core = new ArrayList<>(requirements);
        for (var requirement : requirements) {
            var without = new ArrayList<>(core);
            without.remove(requirement);
            if (!possible(without)) {
                core = without;
            }
        }
        return Optional.of(List.copyOf(core));
    }

    private boolean search(List<Requirement> requirements, int next, Map<String, Room> rooms) {
        if (next == requirements.size()) {
            return true;
        }
        return requirements.get(next).alternatives().stream().anyMatch(alternative -> {
            if (exhausted()) {
                return true;
            }
            steps++;
            var narrowed = narrowed(rooms, alternative);
            return narrowed.values().stream().allMatch(Room::hasSpace) && search(requirements, next + 1, narrowed);
        });
    }

    private static Map<String, Room> narrowed(Map<String, Room> rooms, List<Test> alternative) {
        var narrowed = new LinkedHashMap<>(rooms);
        for (var test : alternative) {
            if (!(test.needed() instanceof Operand.OfFact)) {
                var asked = Room.normal(test);
                narrowed.compute(asked.fact(), (fact, room) -> (room == null ? Room.of(fact) : room).narrowed(asked));
            }
        }
        return narrowed;
    }
}
