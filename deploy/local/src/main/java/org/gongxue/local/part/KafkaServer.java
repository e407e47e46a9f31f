package org.gongxue.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.CampusException;
import org.gongxue.local.Part;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Programs;
import org.gongxue.local.process.Progress;

/** Kafka, broker and controller in one process, with the topics of the published language. */
public final class KafkaServer implements CampusPart {
    /** Partition counts never change: the key decides the partition, and with it the order of a stream. */
    private static final Map<String, Integer> TOPICS =
            Map.of("enrollment.events", 4, "credit-bank.events", 4, "reward.events", 4, "checkpoints", 1);

    /** Kept for ever, with room for the largest event the log takes and its envelope: 4 MiB. */
    private static final Map<String, String> KEPT_FOREVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "max.message.bytes", "4194304");

    private static final int READY_MILLIS = 2_000;
    private static final int FURNISH_SECONDS = 60;

    private final CampusConfig config;

    public KafkaServer(CampusConfig config) {
        this.config = config;
    }

    /** Host and port clients begin at. */
    static String address(CampusConfig config) {
        return "127.0.0.1:" + config.ports().of(Part.KAFKA);
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void prepare(Progress.Step step) {
        try {
            Files.createDirectories(folder());
            var lines = new ArrayList<String>();
            properties().forEach((name, value) -> lines.add(name + "=" + value));
            Files.write(propertiesFile(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> properties() {
        String controller = "127.0.0.1:" + config.ports().kafkaController();
        var properties = new TreeMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("listeners", "PLAINTEXT://" + address(config) + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://" + address(config));
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", folder().resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("delete.topic.enable", "false");
        for (String internal : List.of("offsets.topic", "transaction.state.log")) {
            properties.put(internal + ".replication.factor", "1");
            properties.put(internal + ".num.partitions", "4");
        }
        properties.put("transaction.state.log.min.isr", "1");
        // A publisher begins its next transaction as soon as the last is answered, while its markers are still written.
        properties.put("add.partitions.to.txn.retry.backoff.ms", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        // The default takes 128 MiB of heap at once for compacting; only Kafka's own small topics are compacted here.
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        return properties;
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>(List.of(Programs.java()));
        command.addAll(List.of(
                "-Xms32m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                config.tree().localClasspath(),
                KafkaBroker.class.getName(),
                propertiesFile().toString()));
        return new Launch(command, Map.of(), folder());
    }

    @Override
    public boolean isReady() {
        try (Admin admin = admin(READY_MILLIS)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(READY_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void furnish() {
        try (Admin admin = admin(FURNISH_SECONDS * 1_000)) {
            var present = admin.listTopics().names().get(FURNISH_SECONDS, TimeUnit.SECONDS);
            admin.createTopics(TOPICS.entrySet().stream()
                            .filter(topic -> !present.contains(topic.getKey()))
                            .map(topic ->
                                    new NewTopic(topic.getKey(), topic.getValue(), (short) 1).configs(KEPT_FOREVER))
                            .toList())
                    .all()
                    .get(FURNISH_SECONDS, TimeUnit.SECONDS);
            admin.describeTopics(TOPICS.keySet())
                    .allTopicNames()
                    .get(FURNISH_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .forEach(KafkaServer::requireFrozenPartitions);
        } catch (ExecutionException | TimeoutException e) {
            throw new CampusException("Kafka's topics cannot be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampusException("interrupted while making Kafka's topics", e);
        }
    }

    private static void requireFrozenPartitions(TopicDescription topic) {
        Integer frozen = TOPICS.get(topic.name());
        if (frozen == null || topic.partitions().size() != frozen) {
            throw new CampusException(
                    "topic " + topic.name() + " has " + topic.partitions().size() + " partitions instead of " + frozen
                            + ": its streams would lose their order");
        }
    }

    private Admin admin(int timeoutMillis) {
        var properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(config));
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString(timeoutMillis));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Integer.toString(timeoutMillis));
        return Admin.create(properties);
    }

    private Path folder() {
        return config.home().data(Part.KAFKA);
    }

    private Path propertiesFile() {
        return folder().resolve("broker.properties");
    }
}
