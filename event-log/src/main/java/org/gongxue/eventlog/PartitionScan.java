package org.gongxue.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds places in one partition by reading a record here and there. Indexes rise along a partition; offsets have holes,
 * for a transaction's end takes one too.
 */
final class PartitionScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long begin;
    private final long end;

    /** Takes the consumer over: it is assigned this partition alone. */
    PartitionScan(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
        var only = List.of(partition);
        consumer.assign(only);
        begin = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        end = consumer.endOffsets(only).getOrDefault(partition, 0L);
    }

    /** The last committed record. */
    Optional<TopicRecord> last() {
        long back = 1;
        while (true) {
            long from = Math.max(begin, end - back);
            List<ConsumerRecord<byte[], byte[]>> tail = from(from, Integer.MAX_VALUE);
            if (!tail.isEmpty()) {
                return Optional.of(CloudEvents.read(tail.getLast()));
            }
            if (from == begin) {
                return Optional.empty();
            }
            back *= 2;
        }
    }

    /** The lowest offset from which on every index is at least this one: gallops back from the end, then halves. */
    long offsetOf(long index) {
        long low = begin;
        long high = end;
        long back = 1;
        while (low < high) {
            boolean galloping = low == begin && end - back > begin;
            long probe = galloping ? end - back : low + (high - low) / 2;
            back *= 2;
            Optional<TopicRecord> found = firstFrom(probe);
            if (found.isPresent() && found.get().envelope().index() < index) {
                low = found.get().offset() + 1;
            } else {
                high = probe;
            }
        }
        return low;
    }

    private Optional<TopicRecord> firstFrom(long offset) {
        return from(offset, 1).stream().findFirst().map(CloudEvents::read);
    }

    private List<ConsumerRecord<byte[], byte[]>> from(long offset, int countMax) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found.size() < countMax && consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    found.add(record);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(partition + " cannot be read");
            }
        }
        return found;
    }
}
