package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gongxue.eventlog.testing.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 2 from the reader's side: what is missing, doubled or changed in a topic is noticed. */
@Timeout(90)
class TopicReaderTest {
    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private String service;

    @BeforeEach
    void createTopic() {
        service = TestKafka.freshService("reader");
        Topics.ensure(kafka, service);
    }

    private Envelope event(long index) {
        return Envelope.sealed(
                service,
                index,
                new StreamId("account", "a" + index % 13),
                (int) (index / 13) + 1,
                ToyLog.id("event-" + index),
                new EventCodec.Encoded("toy.noted", 1, ("{\"n\":" + index + "}").getBytes(UTF_8)),
                Instant.parse("2018-03-15T02:00:00Z"),
                Instant.parse("2018-03-15T02:00:00Z").plusSeconds(index),
                "user:s",
                new Cause("command:" + index, "c"));
    }

    /** Writes the indexes that pass, in transactions of ten, counting sequences as if all had been written. */
    private void write(int count, Predicate<Long> written, UnaryOperator<ProducerRecord<byte[], byte[]>> change) {
        try (KafkaProducer<byte[], byte[]> producer = Clients.producer(kafka, service)) {
            producer.initTransactions();
            var sequences = new long[kafka.partitions()];
            for (long index = 1; index <= count; index++) {
                if (index % 10 == 1) {
                    producer.beginTransaction();
                }
                var event = event(index);
                int partition = Publication.partition(event.stream(), kafka.partitions());
                long sequence = written.test(index) ? ++sequences[partition] : sequences[partition];
                if (written.test(index)) {
                    var sent = producer.send(
                            change.apply(CloudEvents.record(KafkaConfig.topic(service), partition, event, sequence)));
                    assertThat(sent).isNotNull();
                }
                if (index % 10 == 0 || index == count) {
                    producer.commitTransaction();
                }
            }
        }
    }

    private List<TopicRecord> read(long from, long to) {
        var records = new ArrayList<TopicRecord>();
        try (var reader = TopicReader.open(kafka, service, from)) {
            while (reader.nextIndex() <= to) {
                records.addAll(reader.poll(Duration.ofSeconds(1)));
            }
        }
        return records;
    }

    @Test
    void partitionsAreMergedByIndex() {
        write(1000, index -> true, record -> record);
        assertThat(read(1, 1000).stream().map(r -> r.envelope().index()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void readingStartsAtAnyIndex() {
        write(400, index -> true, record -> record);
        for (long from : new long[] {2, 10, 11, 200, 399, 400}) {
            assertThat(read(from, 400).stream().map(r -> r.envelope().index()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(from, 400).boxed().toList());
        }
    }

    @Test
    void readingBeyondTheEndWaitsForWhatComes() {
        write(40, index -> true, record -> record);
        try (var reader = TopicReader.open(kafka, service, 41)) {
            assertThat(reader.poll(Duration.ofMillis(300))).isEmpty();
            assertThat(reader.endIndex()).isEqualTo(40);
            assertThat(reader.endOffsets()).hasSize(4);
        }
    }

    @Test
    void aMissingIndexIsNoticed() {
        write(100, index -> index != 57, record -> record);
        assertThatThrownBy(() -> read(1, 100))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("invariant 2")
                .hasMessageContaining("no event of index 57");
    }

    @Test
    void aMissingBeginningIsNoticed() {
        write(100, index -> index > 30, record -> record);
        assertThatThrownBy(() -> read(1, 100))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("no event of index 1");
    }

    @Test
    void aMissingPlaceInAPartitionIsNoticed() {
        write(100, index -> true, record -> changed(record, "ce_entry", "^(\\d+ \\d+ \\d+) 5 ", "$1 6 "));
        assertThatThrownBy(() -> read(1, 100))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("sequence 6 after 4");
    }

    @Test
    void aChangedHeaderIsNoticed() {
        write(20, index -> true, record -> changed(record, "ce_entry", "user:s", "user:m"));
        assertThatThrownBy(() -> read(1, 20))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("invariant 8");
    }

    @Test
    void aChangedTypeIsNoticed() {
        write(20, index -> true, record -> changed(record, "ce_type", "noted", "noticed"));
        assertThatThrownBy(() -> read(1, 20))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("invariant 8");
    }

    @Test
    void anEntryThatIsCutOffIsNoticed() {
        write(20, index -> true, record -> changed(record, "ce_entry", ",1:c,$", ","));
        assertThatThrownBy(() -> read(1, 20))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("ce_entry is not as it was published");
    }

    @Test
    void aHeaderThatIsMissingIsNoticed() {
        write(20, index -> true, record -> {
            record.headers().remove("ce_time");
            return record;
        });
        assertThatThrownBy(() -> read(1, 20)).isInstanceOf(TopicDamagedException.class);
    }

    @Test
    void headersThatOthersAddAreNoneOfOurs() {
        write(20, index -> true, record -> {
            record.headers().add("ce_traceparent", "00-a-b-01".getBytes(UTF_8));
            return record;
        });
        assertThat(read(1, 20)).hasSize(20);
    }

    @Test
    void changedDataIsNoticed() {
        write(
                20,
                index -> true,
                record -> new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), new byte[] {'{', '}'}, record.headers()));
        assertThatThrownBy(() -> read(1, 20)).isInstanceOf(TopicDamagedException.class);
    }

    @Test
    void anEventThatIsThereTwiceIsNoticed() {
        write(30, index -> true, record -> record);
        write(60, index -> true, record -> record);
        assertThatThrownBy(() -> read(1, 60))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("invariant 2")
                .hasMessageMatching(".*has index \\d+ after \\d+");
    }

    @Test
    void anEventOfAnotherServiceIsNoticed() {
        String own = service;
        service = "elsewhere";
        var foreign = event(1);
        service = own;
        write(1, index -> true, record -> CloudEvents.record(record.topic(), record.partition(), foreign, 1));
        assertThatThrownBy(() -> read(1, 1))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("of elsewhere");
    }

    @Test
    void anEventInAnotherPartitionIsNoticed() {
        write(
                10,
                index -> true,
                record -> new ProducerRecord<>(
                        record.topic(),
                        (record.partition() + 1) % kafka.partitions(),
                        record.key(),
                        record.value(),
                        record.headers()));
        assertThatThrownBy(() -> read(1, 10))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("no place for account/");
    }

    @Test
    void aTopicThatLosesEventsIsRefused() throws Exception {
        try (var admin = Admin.create(Clients.common(kafka))) {
            var topic = new NewTopic("brief.events", 4, (short) 1).configs(Map.of("retention.ms", "3600000"));
            admin.createTopics(List.of(topic)).all().get();
        }
        assertThatThrownBy(() -> Topics.ensure(kafka, "brief"))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("retention.ms is 3600000 and must be -1");
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TopicReader.open(kafka, "nobody", 1))
                .isInstanceOf(TopicDamagedException.class)
                .hasMessageContaining("nobody.events");
    }

    private static ProducerRecord<byte[], byte[]> changed(
            ProducerRecord<byte[], byte[]> record, String header, String was, String is) {
        var value = new String(record.headers().lastHeader(header).value(), UTF_8);
        record.headers().remove(header).add(header, value.replaceFirst(was, is).getBytes(UTF_8));
        return record;
    }
}
