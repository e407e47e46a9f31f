package org.gongxue.eventlog;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks again and again how far topics go, over one connection. Not for several threads at once. */
public final class TopicWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaConfig kafka;
    private @Nullable Consumer<byte[], byte[]> consumer;

    public TopicWatch(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /** The last index on a service's topic, 0 if nothing stands there; empty while that cannot be told. */
    public Optional<Long> lastIndex(String service) {
        try {
            var asked = consumer == null ? Clients.scanner(kafka) : consumer;
            consumer = asked;
            var there = asked.partitionsFor(KafkaConfig.topic(service), PATIENCE);
            if (there == null || there.isEmpty()) {
                return Optional.empty(); // a topic that nobody made yet would be waited for
            }
            long last = 0;
            for (int p = 0; p < kafka.partitions(); p++) {
                var partition = new TopicPartition(KafkaConfig.topic(service), p);
                last = Math.max(
                        last,
                        new PartitionScan(asked, partition)
                                .last()
                                .map(record -> record.envelope().index())
                                .orElse(0L));
            }
            return Optional.of(last);
        } catch (KafkaException | TopicDamagedException e) {
            close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
