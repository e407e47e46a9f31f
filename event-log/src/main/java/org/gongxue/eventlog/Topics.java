package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that logs are published to: kept for ever, with a frozen number of partitions. */
final class Topics {
    private static final Map<String, String> NOTHING_EXPIRES =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final short REPLICAS_OF_A_CLUSTER = 3;

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private Topics() {}

    /**
     * Creates the topic of a service's events if it is missing.
     *
     * @throws TopicDamagedException as the one below
     */
    static void ensure(KafkaConfig kafka, String service) {
        ensure(kafka, KafkaConfig.topic(service), kafka.partitions());
    }

    /**
     * Creates a topic if it is missing.
     *
     * @throws TopicDamagedException if it is there and cannot hold the log: other partitions, or events that expire
     */
    static void ensure(KafkaConfig kafka, String topic, int wanted) {
        try (Admin admin = Admin.create(Clients.common(kafka))) {
            if (partitions(admin, topic).isEmpty()) {
                create(admin, kafka, topic, wanted);
            }
            int found = partitions(admin, topic).orElseThrow(() -> new KafkaException(topic + " was not created"));
            if (found != wanted) {
                throw new TopicDamagedException(topic + " has " + found + " partitions and must keep the " + wanted
                        + " it was designed with: a stream's events would change places");
            }
            assertNothingExpires(admin, topic);
        }
    }

    private static void assertNothingExpires(Admin admin, String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config found = requireNonNull(
                await(admin.describeConfigs(List.of(resource)).all()).get(resource), "no settings of a topic");
        NOTHING_EXPIRES.forEach((setting, needed) -> {
            ConfigEntry entry = found.get(setting);
            String value = entry == null ? null : entry.value();
            if (!needed.equals(value)) {
                throw new TopicDamagedException(
                        topic + " loses events: " + setting + " is " + value + " and must be " + needed);
            }
        });
    }

    private static void create(Admin admin, KafkaConfig kafka, String topic, int partitions) {
        var wanted = new NewTopic(topic, partitions, kafka.replication());
        var settings = new HashMap<>(NOTHING_EXPIRES);
        settings.put("max.message.bytes", Integer.toString(Clients.MESSAGE_BYTES_MAX));
        settings.put("min.insync.replicas", kafka.replication() >= REPLICAS_OF_A_CLUSTER ? "2" : "1");
        try {
            await(admin.createTopics(List.of(wanted.configs(settings))).all());
        } catch (TopicExistsException e) {
            // Another instance was quicker.
        }
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (partitions(admin, topic).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // the broker takes a moment to know its own topic
        }
    }

    private static Optional<Integer> partitions(Admin admin, String topic) {
        if (!await(admin.listTopics().names()).contains(topic)) {
            return Optional.empty();
        }
        try {
            var found =
                    await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
            return Optional.ofNullable(found)
                    .map(description -> description.partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    /** The value of a Kafka future; its failure as the {@link KafkaException} it is. */
    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        }
    }
}
