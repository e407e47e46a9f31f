package org.gongxue.eventlog.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gongxue.eventlog.CloudEvents;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.TopicRecord;

/** What a topic holds for whoever reads what is committed, read without the engine's own code. */
final class TopicRows {
    static final int PARTITIONS = 4;

    private TopicRows() {}

    /** Every committed record, partition by partition in the order of their offsets, whatever they are. */
    static List<TopicRecord> committed(String kafka, String service) {
        var records = new ArrayList<TopicRecord>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            for (TopicPartition partition : partitions(service)) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                while (consumer.position(partition) < end) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        records.add(CloudEvents.readUnverified(record));
                    }
                }
            }
        }
        return records;
    }

    /** Where the committed part of each partition ends; transactions' ends are counted as records are. */
    static List<Long> ends(String kafka, String service) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            var ends = consumer.endOffsets(partitions(service));
            return partitions(service).stream().map(ends::get).toList();
        }
    }

    static List<TopicPartition> partitions(String service) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(p -> new TopicPartition(KafkaConfig.topic(service), p))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "none",
                "enable.auto.commit",
                false,
                "max.poll.records",
                5000,
                "fetch.max.wait.ms",
                10);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
