package org.gongxue.reward.audit;

/** A run of indexes of the log, both ends inclusive. */
public record IndexRange(long from, long to) {

    public IndexRange {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("no range from " + from + " to " + to);
        }
    }

    /** How many indexes it holds. */
    public long size() {
        return to - from + 1;
    }
}
