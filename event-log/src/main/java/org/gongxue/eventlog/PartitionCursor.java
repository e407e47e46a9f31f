package org.gongxue.eventlog;

import java.util.ArrayDeque;
import org.apache.kafka.common.TopicPartition;

/** One partition on its way into the merge: events read and not yet given, in the partition's own order. */
final class PartitionCursor {
    private static final int WAITING_MAX = 4000;

    private final TopicPartition partition;
    private final long firstIndex;
    private final ArrayDeque<TopicRecord> waiting = new ArrayDeque<>();
    private long lastIndex;
    private long lastSequence;

    /** Begins at the first event of at least this index. */
    PartitionCursor(TopicPartition partition, long firstIndex) {
        this.partition = partition;
        this.firstIndex = firstIndex;
        this.lastIndex = firstIndex - 1;
    }

    TopicPartition partition() {
        return partition;
    }

    /**
     * Takes an event that was read; those before the first are passed over.
     *
     * @throws TopicDamagedException if it does not follow the one before it: each event is published once
     */
    void add(TopicRecord record) {
        long index = record.envelope().index();
        boolean first = lastSequence == 0;
        if (first && index < firstIndex) {
            return;
        }
        if (index <= lastIndex) {
            throw new TopicDamagedException(
                    "invariant 2: " + partition + " has index " + index + " after " + lastIndex);
        }
        boolean knowsBeginning = firstIndex == 1;
        if ((!first || knowsBeginning) && record.partitionSequence() != lastSequence + 1) {
            throw new TopicDamagedException("invariant 2: " + partition + " has sequence " + record.partitionSequence()
                    + " after " + lastSequence + ", at index " + index);
        }
        lastIndex = index;
        lastSequence = record.partitionSequence();
        waiting.add(record);
    }

    boolean isFull() {
        return waiting.size() >= WAITING_MAX;
    }

    boolean hasNext() {
        return !waiting.isEmpty();
    }

    boolean isAt(long index) {
        return !waiting.isEmpty() && waiting.peek().envelope().index() == index;
    }

    TopicRecord next() {
        return waiting.remove();
    }
}
