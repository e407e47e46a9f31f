package org.gongxue.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's own clients with the settings that the product gives them, so that only what stands around them differs. */
final class Kafkas {
    static final int PARTITIONS = 4;

    /** The most events in one Kafka transaction, as the publisher has it. */
    static final int TRANSACTION_EVENTS = 32_000;

    private Kafkas() {}

    /** As the publisher's. */
    static KafkaProducer<byte[], byte[]> producer(String kafka, String transactionalId) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka);
        settings.put("transactional.id", transactionalId);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("batch.size", 512 * 1024);
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", 4 * 1024 * 1024);
        settings.put("enable.metrics.push", false);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As the replay's. */
    static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", "false");
        settings.put("max.poll.records", "2000");
        settings.put("fetch.max.wait.ms", "50");
        settings.put("fetch.max.bytes", Integer.toString(4 * 1024 * 1024));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Creates a topic if it is missing. */
    static void topic(String kafka, String name) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
        }
    }
}
