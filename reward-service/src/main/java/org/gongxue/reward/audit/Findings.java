package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The differences of a replay: all are counted, the first thousand are kept. */
final class Findings {

    static final int KEPT_MAX = 1_000;

    private final List<Difference> kept = new ArrayList<>();
    private long count;

    void add(Difference difference) {
        count++;
        if (kept.size() < KEPT_MAX) {
            kept.add(difference);
        }
    }

    void addAll(Findings others) {
        others.kept.forEach(this::add);
        count += others.count - others.kept.size();
    }

    long count() {
        return count;
    }

    /** What was kept, in the order of the log. */
    List<Difference> inOrder() {
        return kept.stream()
                .sorted(Comparator.comparingLong(Difference::index).thenComparing(Difference::what))
                .toList();
    }
}
