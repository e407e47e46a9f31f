package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which events of a log were there, and whether each partition held them in the order of the log. */
final class Coverage {

    private final String where;
    private final BitSet seen = new BitSet();
    private final Findings disorder = new Findings();
    private final Findings jumps = new Findings();
    private long lastIndex;
    private long lastSequence;

    Coverage(String where) {
        this.where = where;
    }

    /** Notes an event at its place in its partition. */
    void note(long index, long sequence) {
        if (index <= lastIndex) {
            disorder.add(new Difference(where + " order", index, "index " + index, "after index " + lastIndex));
        }
        if (sequence != lastSequence + 1) {
            var step = new Difference(where + " sequence", index, "place " + sequence, "after place " + lastSequence);
            // A missing event leaves a jump behind; a step back or a repetition is disorder.
            (sequence > lastSequence ? jumps : disorder).add(step);
        }
        lastIndex = Math.max(lastIndex, index);
        lastSequence = Math.max(lastSequence, sequence);
        seen.set(Math.toIntExact(index));
    }

    /** Takes in what another partition held. */
    void add(Coverage other) {
        var twice = (BitSet) seen.clone();
        twice.and(other.seen);
        twice.stream()
                .limit(Findings.KEPT_MAX)
                .forEach(index -> disorder.add(
                        new Difference("event " + index, index, "in one partition", "also in " + other.where)));
        seen.or(other.seen);
        disorder.addAll(other.disorder);
        jumps.addAll(other.jumps);
    }

    /** How many of the indexes from 1 through the given one were not there. */
    long missing(long throughIndex) {
        return throughIndex - seen.get(1, Math.toIntExact(throughIndex) + 1).cardinality();
    }

    /** The runs of indexes from 1 through the given one that were not there; the first thousand. */
    List<IndexRange> gaps(long throughIndex) {
        var gaps = new ArrayList<IndexRange>();
        var through = Math.toIntExact(throughIndex);
        for (var from = seen.nextClearBit(1); from <= through && gaps.size() < Findings.KEPT_MAX; ) {
            var next = seen.nextSetBit(from);
            var to = next < 0 || next > through ? through : next - 1;
            gaps.add(new IndexRange(from, to));
            from = seen.nextClearBit(to + 1);
        }
        return List.copyOf(gaps);
    }

    /** Events out of their place. */
    Findings disorder() {
        return disorder;
    }

    /** Places that were left out; explained when an event is missing, a finding when none is. */
    Findings jumps() {
        return jumps;
    }
}
