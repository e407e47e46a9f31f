package org.gongxue.eventlog;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How Kafka is spoken to. */
final class Clients {
    /** The largest message: the largest event with room for its envelope. */
    static final int MESSAGE_BYTES_MAX = 4 * 1024 * 1024;

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FOLLOWER_WAIT_MILLIS = 250;
    private static final int SCANNER_WAIT_MILLIS = 5;
    private static final int POLL_RECORDS_MAX = 2000;

    /** Only a backlog fills it: nothing waits for company. */
    private static final int BATCH_BYTES = 512 * 1024;

    private Clients() {}

    static Map<String, Object> common(KafkaConfig kafka) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("default.api.timeout.ms", TIMEOUT_MILLIS);
        settings.put("request.timeout.ms", TIMEOUT_MILLIS);
        settings.put("enable.metrics.push", false);
        settings.putAll(kafka.properties());
        return settings;
    }

    /** A consumer that follows partitions: sees what is committed, keeps no offsets, never guesses where to begin. */
    static KafkaConsumer<byte[], byte[]> follower(KafkaConfig kafka) {
        return consumer(kafka, FOLLOWER_WAIT_MILLIS);
    }

    /** A consumer that looks here and there: a question must not wait behind a fetch that waits for more. */
    static KafkaConsumer<byte[], byte[]> scanner(KafkaConfig kafka) {
        return consumer(kafka, SCANNER_WAIT_MILLIS);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaConfig kafka, int waitMillis) {
        Map<String, Object> settings = common(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", POLL_RECORDS_MAX);
        settings.put("fetch.max.bytes", 2 * MESSAGE_BYTES_MAX);
        settings.put("fetch.max.wait.ms", waitMillis);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer of checkpoints: each is sent at once and acknowledged by all. */
    static KafkaProducer<byte[], byte[]> checkpointProducer(KafkaConfig kafka) {
        return new KafkaProducer<>(sending(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The one producer of a service's topic; the next to call itself so shuts this one out. */
    static KafkaProducer<byte[], byte[]> producer(KafkaConfig kafka, String service) {
        Map<String, Object> settings = sending(kafka);
        settings.put("transactional.id", publisherId(service));
        settings.put("transaction.timeout.ms", TIMEOUT_MILLIS);
        settings.put("batch.size", BATCH_BYTES);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> sending(KafkaConfig kafka) {
        Map<String, Object> settings = common(kafka);
        settings.remove("default.api.timeout.ms");
        settings.put("delivery.timeout.ms", TIMEOUT_MILLIS);
        settings.put("max.block.ms", TIMEOUT_MILLIS);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.putIfAbsent("compression.type", "lz4");
        settings.put("max.request.size", MESSAGE_BYTES_MAX);
        return settings;
    }

    /** By which Kafka knows the publisher of a service, whoever it is. */
    static String publisherId(String service) {
        return "gongxue-" + service + "-publisher";
    }
}
