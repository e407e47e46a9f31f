package org.gongxue.eventlog;

import java.util.Map;

/**
 * Where and how events are published.
 *
 * @param bootstrapServers the cluster, {@code host:port,…}
 * @param partitions the partition count of every topic, frozen once a topic exists
 * @param replication the replication factor of topics created here
 * @param properties further client properties, such as security settings
 */
public record KafkaConfig(String bootstrapServers, int partitions, short replication, Map<String, String> properties) {

    /** The topic of all services' checkpoints. */
    static final String CHECKPOINTS = "checkpoints";

    /** A single broker with four partitions a topic. */
    public static KafkaConfig of(String bootstrapServers) {
        return new KafkaConfig(bootstrapServers, 4, (short) 1, Map.of());
    }

    /** The topic of a service's events. */
    public static String topic(String service) {
        return service + ".events";
    }
}
