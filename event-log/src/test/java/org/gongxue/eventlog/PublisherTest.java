package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.getAll;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class PublisherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private String service;
    private DataSource database;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        service = TestKafka.freshService("toy");
        database = ToyLog.database();
        log = ToyLog.open(database, new Toy(service), LogConfig.of(service));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void deposit(int first, int count) {
        getAll(IntStream.range(first, first + count)
                .mapToObj(i ->
                        log.submit(ToyLog.submission("d" + i, new ToyCommand.Deposit("account-" + i % 17, 1 + i))))
                .toList());
    }

    private void awaitPublished(Publisher publisher) {
        long last = log.lastIndex();
        await().atMost(PATIENCE).until(() -> publisher.publishedIndex() == last);
    }

    private List<TopicRecord> topic() {
        var records = new ArrayList<TopicRecord>();
        try (var reader = TopicReader.open(kafka, service, 1)) {
            long end = reader.endIndex();
            while (reader.nextIndex() <= end) {
                records.addAll(reader.poll(Duration.ofSeconds(1)));
            }
        }
        return records;
    }

    private void assertTopicEqualsDatabase() {
        assertThat(topic().stream().map(TopicRecord::envelope))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(ToyLog.events(database, service));
        assertThat(recordsInTopic()).as("records, duplicates included").isEqualTo(log.lastIndex());
    }

    private long recordsInTopic() {
        return recordsByPartition().values().stream().mapToLong(List::size).sum();
    }

    /** Where the events of each cause stand; a cause here has one stream, and so one partition. */
    private Map<String, List<Long>> offsetsByCause() {
        var offsets = new HashMap<String, List<Long>>();
        recordsByPartition()
                .values()
                .forEach(records -> records.forEach(record -> offsets.computeIfAbsent(
                                CloudEvents.read(record).envelope().cause(), _ -> new ArrayList<>())
                        .add(record.offset())));
        return offsets;
    }

    /** How many transactions left their mark among the records of a partition, where most did. */
    private long transactionsBeforeTheLast() {
        return recordsByPartition().values().stream()
                .mapToLong(records -> records.getLast().offset() + 1 - records.size())
                .max()
                .orElse(0);
    }

    private Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> recordsByPartition() {
        try (Consumer<byte[], byte[]> consumer = Clients.scanner(kafka)) {
            var partitions = IntStream.range(0, kafka.partitions())
                    .mapToObj(p -> new TopicPartition(KafkaConfig.topic(service), p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(r -> records.computeIfAbsent(
                                        new TopicPartition(r.topic(), r.partition()), _ -> new ArrayList<>())
                                .add(r));
            }
            return records;
        }
    }

    @Test
    void theTopicHoldsTheLogWithEveryFieldAndEveryPartitionCounted() {
        deposit(0, 500);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
            deposit(500, 100);
            awaitPublished(publisher);
        }
        assertTopicEqualsDatabase();
        var sequences = new HashMap<Integer, Long>();
        for (TopicRecord record : topic()) {
            assertThat(record.partitionSequence()).isEqualTo(sequences.merge(record.partition(), 1L, Long::sum));
        }
        assertThat(sequences).hasSize(kafka.partitions());
    }

    @Test
    void aStreamStaysInOnePartition() {
        deposit(0, 100);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        var partitions = new HashMap<StreamId, Integer>();
        for (TopicRecord record : topic()) {
            assertThat(partitions.computeIfAbsent(record.envelope().stream(), s -> record.partition()))
                    .isEqualTo(record.partition());
        }
    }

    @Test
    void aPublisherThatStartsAgainGoesOnWithoutGapsOrDuplicates() {
        for (int round = 0; round < 4; round++) {
            var deposits = CompletableFuture.runAsync(depositing(round));
            try (var publisher = Publisher.start(log, kafka)) {
                long before = publisher.publishedIndex();
                await().atMost(PATIENCE).until(() -> publisher.publishedIndex() > before);
            }
            deposits.join();
        }
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        assertTopicEqualsDatabase();
    }

    private Runnable depositing(int round) {
        return () -> deposit(round * 200, 200);
    }

    @Test
    void aWatermarkThatWasLostAfterTheTopicWasWrittenChangesNothing() {
        deposit(0, 50);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        ToyLog.sql(database, "UPDATE log.publisher SET next_index = 1, sequences = '{0,0,0,0}'");
        deposit(50, 50);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        assertTopicEqualsDatabase();
    }

    @Test
    void twoPublishersOfOneLogPublishOnce() {
        try (var other = ToyLog.open(database, new Toy(service), LogConfig.of(service));
                var first = Publisher.start(log, kafka);
                var second = Publisher.start(other, kafka)) {
            deposit(0, 300);
            long last = log.lastIndex();
            await().atMost(PATIENCE).until(() -> Math.max(first.publishedIndex(), second.publishedIndex()) == last);
        }
        assertTopicEqualsDatabase();
    }

    /** A process that stood still while another took over goes on where it was, and must not get anything through. */
    @Test
    void aPredecessorThatWakesUpAfterItsSuccessorPublishesNothing() throws SQLException {
        deposit(0, 50);
        Topics.ensure(kafka, service);
        try (var one = Lease.tryTake(database, 1).orElseThrow();
                var two = Lease.tryTake(database, 2).orElseThrow();
                var predecessor = Publication.open(one, kafka, service, null);
                var successor = Publication.open(two, kafka, service, null)) {
            assertThatThrownBy(predecessor::publishNext).isInstanceOf(KafkaException.class);
            assertThat(successor.publishNext()).isFalse();
            assertThat(successor.publishedIndex()).isEqualTo(log.lastIndex());
        }
        assertTopicEqualsDatabase();
    }

    @Test
    void aTopicAheadOfTheLogIsARestoredBackup() {
        deposit(0, 20);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        ToyLog.sql(database, "DELETE FROM log.event WHERE index > 10");

        assertThatThrownBy(() -> Publisher.start(log, kafka))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ahead of the log")
                .hasMessageContaining("campus recover");
    }

    @Test
    void aTopicWithAnotherHistoryIsRefused() {
        deposit(0, 20);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        log.close();
        database = ToyLog.database();
        log = ToyLog.open(database, new Toy(service), LogConfig.of(service));
        deposit(100, 30);

        assertThatThrownBy(() -> Publisher.start(log, kafka)).hasMessageContaining("another history");
    }

    @Test
    void aTopicThatWasLostIsPublishedAgain() throws Exception {
        deposit(0, 20);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        try (var admin = org.apache.kafka.clients.admin.Admin.create(Clients.common(kafka))) {
            admin.deleteTopics(List.of(KafkaConfig.topic(service))).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(KafkaConfig.topic(service)));
        }
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        assertTopicEqualsDatabase();
    }

    @Test
    void aPartitionThatLostItsEndIsNoticedThoughTheWatermarkIsOlderThanTheLoss() throws Exception {
        deposit(0, 50);
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        deposit(50, 50);
        publishAllBut(0, 50);
        try (var publisher = Publisher.start(log, kafka)) {
            await().atMost(PATIENCE).until(() -> publisher.failure().isPresent());
            assertThat(publisher.failure().orElseThrow()).hasMessageContaining("lost events from its middle");
        }
    }

    @Test
    void aTransactionThatIsGoingOnIsNotAbortedByAPredecessorThatWakesUp() throws Exception {
        deposit(0, 1);
        Topics.ensure(kafka, service);
        try (var lease = Lease.tryTake(database, Locks.publisher(log.config())).orElseThrow();
                var successor = Clients.producer(kafka, service)) {
            successor.initTransactions();
            successor.beginTransaction();
            successor
                    .send(CloudEvents.record(
                            KafkaConfig.topic(service),
                            0,
                            ToyLog.events(database, service).getFirst(),
                            1))
                    .get();
            HangingTransactions.abort(lease, kafka, service);
            successor.commitTransaction();
        }
        assertThat(recordsInTopic()).isEqualTo(1);
    }

    @Test
    void noTransactionEndsBetweenTwoEventsOfOneCommand() {
        int commands = 300;
        var chatty = new ChattyToy(new Toy(service), 170);
        log.close();
        log = EventLog.open(LogConfig.of(service), database, chatty, List.of());
        getAll(IntStream.range(0, commands)
                .mapToObj(i -> log.submit(ToyLog.submission("n" + i, new ToyCommand.Note("account-" + i, "many"))))
                .toList());
        try (var publisher = Publisher.start(log, kafka)) {
            awaitPublished(publisher);
        }
        var offsets = offsetsByCause();
        assertThat(offsets).hasSize(commands);
        assertThat(transactionsBeforeTheLast()).isPositive();
        offsets.forEach((cause, of) -> assertThat(of.getLast() - of.getFirst())
                .as("offsets of %s, the end of a transaction being one as well", cause)
                .isEqualTo(of.size() - 1L));
    }

    /** Leaves the topic as a broker would that lost the end of one partition, after a publisher that wrote no watermark. */
    private void publishAllBut(int lost, long afterIndex) throws Exception {
        var sequences = new HashMap<Integer, Long>();
        topic().forEach(record -> sequences.merge(record.partition(), 1L, Long::sum));
        try (var producer = Clients.producer(kafka, service)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Envelope event : ToyLog.events(database, service)) {
                int partition = Publication.partition(event.stream(), kafka.partitions());
                if (event.index() > afterIndex && partition != lost) {
                    var _ = producer.send(CloudEvents.record(
                            KafkaConfig.topic(service), partition, event, sequences.merge(partition, 1L, Long::sum)));
                }
            }
            producer.commitTransaction();
        }
    }
}
