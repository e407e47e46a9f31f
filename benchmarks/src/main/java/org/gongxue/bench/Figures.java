package org.gongxue.bench;

import java.util.List;

/** What several rounds come to. */
final class Figures {
    private Figures() {}

    /** The middle one, or the mean of the two in the middle. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** How far the largest and the smallest are apart, as a share of the median. */
    static double spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.getLast() - sorted.getFirst()) / median(values);
    }
}
