package org.gongxue.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads one service's topic in the order of its dense index, from all partitions, needing no database. An event that is
 * there twice is damage, for each is published once. Not safe for use by several threads.
 */
public final class TopicReader implements AutoCloseable {
    private static final int MERGE_MAX = 2000;

    private final KafkaConfig kafka;
    private final String service;
    private final Consumer<byte[], byte[]> consumer;
    private final List<PartitionCursor> cursors = new ArrayList<>();
    private long next;

    private TopicReader(KafkaConfig kafka, String service, long fromIndex) {
        this.kafka = kafka;
        this.service = service;
        this.consumer = Clients.follower(kafka);
        this.next = fromIndex;
    }

    /**
     * Starts reading at an index; 1 is the beginning.
     *
     * @throws TopicDamagedException if the topic does not exist or has another number of partitions
     */
    public static TopicReader open(KafkaConfig kafka, String service, long fromIndex) {
        if (fromIndex < 1) {
            throw new IllegalArgumentException("indexes begin at 1, not at " + fromIndex);
        }
        var reader = new TopicReader(kafka, service, fromIndex);
        try {
            reader.seek();
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void seek() {
        String topic = KafkaConfig.topic(service);
        int partitions = consumer.partitionsFor(topic).size();
        if (partitions != kafka.partitions()) {
            throw new TopicDamagedException(
                    topic + " has " + partitions + " partitions instead of " + kafka.partitions());
        }
        for (int p = 0; p < partitions; p++) {
            cursors.add(new PartitionCursor(new TopicPartition(topic, p), next));
        }
        consumer.assign(cursors.stream().map(PartitionCursor::partition).toList());
        if (next == 1) {
            consumer.seekToBeginning(consumer.assignment());
        } else {
            seekToNext();
        }
    }

    private void seekToNext() {
        try (Consumer<byte[], byte[]> scanner = Clients.scanner(kafka)) {
            for (PartitionCursor cursor : cursors) {
                consumer.seek(cursor.partition(), new PartitionScan(scanner, cursor.partition()).offsetOf(next));
            }
        }
    }

    /**
     * The next events in index order; empty if none came in time.
     *
     * @throws TopicDamagedException if an index or a place in a partition is missing or there twice, or an event is
     *     not what its leaf says or not this service's
     */
    public List<TopicRecord> poll(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<TopicRecord> merged = merge();
        while (merged.isEmpty()) {
            long nanosLeft = deadline - System.nanoTime();
            take(consumer.poll(Duration.ofNanos(Math.max(0, nanosLeft))));
            merged = merge();
            if (nanosLeft <= 0) {
                break;
            }
        }
        if (merged.isEmpty() && cursors.stream().anyMatch(PartitionCursor::hasNext)) {
            assertNotMissing();
        }
        return merged;
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (PartitionCursor cursor : cursors) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(cursor.partition())) {
                cursor.add(own(CloudEvents.read(record)));
            }
        }
        List<TopicPartition> full = cursors.stream()
                .filter(PartitionCursor::isFull)
                .map(PartitionCursor::partition)
                .toList();
        consumer.pause(full);
    }

    /** What the one publisher of this topic can have written, and where. */
    private TopicRecord own(TopicRecord record) {
        Envelope event = record.envelope();
        if (!event.service().equals(service)
                || record.partition() != Publication.partition(event.stream(), cursors.size())) {
            throw new TopicDamagedException("invariant 2: partition " + record.partition() + " of "
                    + KafkaConfig.topic(service) + " is no place for " + event.stream() + " of " + event.service());
        }
        return record;
    }

    /** Takes from whichever partition has the next index, as long as one has it. */
    private List<TopicRecord> merge() {
        var merged = new ArrayList<TopicRecord>();
        PartitionCursor cursor = cursorAtNext();
        while (cursor != null && merged.size() < MERGE_MAX) {
            merged.add(cursor.next());
            next++;
            cursor = cursor.isAt(next) ? cursor : cursorAtNext();
        }
        consumer.resume(cursors.stream()
                .filter(c -> !c.isFull())
                .map(PartitionCursor::partition)
                .toList());
        return merged;
    }

    private @Nullable PartitionCursor cursorAtNext() {
        for (PartitionCursor cursor : cursors) {
            if (cursor.isAt(next)) {
                return cursor;
            }
        }
        return null;
    }

    /**
     * Later events are here and the next is not. It may still be on its way: a transaction's end reaches the partitions
     * one by one. It is missing once every partition without a waiting event has been read to its very end, committed
     * or not.
     */
    private void assertNotMissing() {
        List<TopicPartition> empty = cursors.stream()
                .filter(c -> !c.hasNext())
                .map(PartitionCursor::partition)
                .toList();
        Map<TopicPartition, Long> ends = uncommittedEnds(empty);
        if (empty.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
            throw new TopicDamagedException(
                    "invariant 2: " + KafkaConfig.topic(service) + " has no event of index " + next);
        }
    }

    private Map<TopicPartition, Long> uncommittedEnds(List<TopicPartition> partitions) {
        var specs = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(p -> specs.put(p, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        try (Admin admin = Admin.create(Clients.common(kafka))) {
            Topics.await(admin.listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                            .all())
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        }
        return ends;
    }

    /** The index that {@link #poll} gives next. */
    public long nextIndex() {
        return next;
    }

    /** The end of every partition as of now: the offset after the last committed record. */
    public Map<Integer, Long> endOffsets() {
        var ends = new TreeMap<Integer, Long>();
        consumer.endOffsets(consumer.assignment()).forEach((p, end) -> ends.put(p.partition(), end));
        return ends;
    }

    /** The highest index in the topic as of now; 0 if it is empty. */
    public long endIndex() {
        return TopicEnd.read(kafka, service).lastIndex();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
