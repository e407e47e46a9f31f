package org.gongxue.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads one service's topic in the order of its dense index, from all partitions, needing no database. Not safe for use
 * by several threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedTypeParameter"})
public final class TopicReader implements AutoCloseable {

    private TopicReader() {}

    /** Starts reading at an index; 1 is the beginning. */
    public static TopicReader open(KafkaConfig kafka, String service, long fromIndex) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * The next events in index order; empty if none came in time.
     *
     * @throws TopicDamagedException if an index or a place in a partition is missing, or an event is not what its
     *     leaf says
     */
    public List<TopicRecord> poll(Duration timeout) {
        throw new UnsupportedOperationException("next");
    }

    /** The index that {@link #poll} gives next. */
    public long nextIndex() {
        throw new UnsupportedOperationException("next");
    }

    /** The end of every partition as of now: the offset after the last committed record. */
    public Map<Integer, Long> endOffsets() {
        throw new UnsupportedOperationException("next");
    }

    /** The highest index in the topic as of now; 0 if it is empty. */
    public long endIndex() {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
