package org.gongxue.reward.audit.edge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gongxue.eventlog.CloudEvents;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.testing.TestKafka;

/** Events published to a topic of their own, as a service publishes them, whole or tampered with. */
final class PublishedTopic {

    static final int PARTITIONS = 4;

    private PublishedTopic() {}

    /** The partition of an event: that of its stream. */
    static int partition(Envelope e) {
        return Math.floorMod(e.stream().toString().hashCode(), PARTITIONS);
    }

    /** A fresh topic with these events; the name of its service. */
    static String of(List<Envelope> envelopes) {
        var service = TestKafka.freshService("audited");
        fill(service, envelopes);
        return service;
    }

    /** Creates the topic of a service with these events. */
    static void fill(String service, List<Envelope> envelopes) {
        try (var admin = Admin.create(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(KafkaConfig.topic(service), PARTITIONS, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        var places = new long[PARTITIONS];
        send(envelopes.stream().map(e -> {
            var partition = partition(e);
            places[partition]++;
            return CloudEvents.record(KafkaConfig.topic(service), partition, e, places[partition]);
        }));
    }

    /** Something in a partition that no service published. */
    static void addNoise(String service, int partition) {
        send(Stream.of(new ProducerRecord<>(KafkaConfig.topic(service), partition, new byte[] {1}, new byte[] {2})));
    }

    private static void send(Stream<ProducerRecord<byte[], byte[]>> records) {
        try (var producer = producer()) {
            for (var sent : records.map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("cannot publish", e);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
