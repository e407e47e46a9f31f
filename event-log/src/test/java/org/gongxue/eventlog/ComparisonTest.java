package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.get;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 2 while Kafka is away at the start: nothing is appended to a log that may come from a backup. */
@Timeout(90)
class ComparisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private final String service = TestKafka.freshService("compared");
    private final DataSource database = ToyLog.database();
    private Wire wire;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void threeEventsArePublishedAndKafkaGoesAway() throws IOException {
        log = ToyLog.open(database, new Toy(service), LogConfig.of(service));
        try (var publisher = Publisher.start(log, kafka)) {
            for (int i = 1; i <= 3; i++) {
                get(deposit("d" + i));
            }
            await().atMost(PATIENCE).until(() -> publisher.publishedIndex() == 3);
        }
        String[] broker = kafka.bootstrapServers().split(":", 2);
        wire = new Wire(broker[0], Integer.parseInt(broker[1]));
    }

    @AfterEach
    void close() throws IOException {
        log.close();
        wire.close();
    }

    private java.util.concurrent.CompletableFuture<Outcome> deposit(String id) {
        return log.submit(ToyLog.submission(id, new ToyCommand.Deposit("a", 1)));
    }

    private Publisher startWithoutKafka() {
        var soon = Map.of("default.api.timeout.ms", "1000", "request.timeout.ms", "1000");
        return Publisher.start(log, new KafkaConfig(wire.address(), kafka.partitions(), (short) 1, soon));
    }

    @Test
    void commandsAreTakenOnceTheLogIsKnownToBeTheOnePublished() throws IOException {
        try (var publisher = startWithoutKafka()) {
            assertThatThrownBy(() -> get(deposit("early")))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("not been compared");
            assertThat(log.standstill()).isPresent();
            wire.plugIn();
            await().atMost(PATIENCE).until(() -> log.standstill().isEmpty());
            get(deposit("early"));
            await().atMost(PATIENCE).until(() -> publisher.publishedIndex() == 4);
        }
    }

    @Test
    void aRestoredBackupTakesNothing() throws IOException {
        ToyLog.sql(database, "DELETE FROM log.event WHERE index > 2");
        try (var publisher = startWithoutKafka()) {
            wire.plugIn();
            await().atMost(PATIENCE).until(() -> publisher.failure().isPresent());
            assertThatThrownBy(() -> get(deposit("late")))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("campus recover");
        }
        assertThat(log.lastIndex()).isEqualTo(2);
    }

    @Test
    void aDamagedEndOfTheTopicStopsPublishingForAllToSee() throws Exception {
        try (var publisher = startWithoutKafka();
                var vandal = new KafkaProducer<>(
                        Clients.common(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            vandal.send(new ProducerRecord<>(KafkaConfig.topic(service), 0, new byte[] {1}, new byte[] {2}))
                    .get();
            wire.plugIn();
            await().atMost(PATIENCE).until(() -> publisher.failure().isPresent());
            assertThat(publisher.failure()).containsInstanceOf(TopicDamagedException.class);
        }
    }
}
