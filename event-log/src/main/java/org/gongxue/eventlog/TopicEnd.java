package org.gongxue.eventlog;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic goes.
 *
 * @param last the event of the highest index; null if the topic is empty
 * @param sequences the last sequence of every partition, 0 for an empty one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as part of the record
record TopicEnd(@Nullable TopicRecord last, long[] sequences) {

    static TopicEnd read(KafkaConfig kafka, String service) {
        try (Consumer<byte[], byte[]> consumer = Clients.scanner(kafka)) {
            TopicRecord last = null;
            var sequences = new long[kafka.partitions()];
            for (int p = 0; p < sequences.length; p++) {
                var partition = new TopicPartition(KafkaConfig.topic(service), p);
                Optional<TopicRecord> end = new PartitionScan(consumer, partition).last();
                if (end.isPresent()) {
                    sequences[p] = end.get().partitionSequence();
                    if (last == null
                            || end.get().envelope().index() > last.envelope().index()) {
                        last = end.get();
                    }
                }
            }
            return new TopicEnd(last, sequences);
        }
    }

    /** The highest index; 0 if the topic is empty. */
    long lastIndex() {
        return last == null ? 0 : last.envelope().index();
    }

    @Override
    public String toString() {
        return "index " + lastIndex() + ", sequences " + Arrays.toString(sequences);
    }
}
