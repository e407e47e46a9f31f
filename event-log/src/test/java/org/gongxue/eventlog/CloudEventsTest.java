package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** What is on the wire, to the byte, and that whatever is put on it comes back. */
class CloudEventsTest {

    private static final int SEQUENCE = 12;

    private static Envelope envelope() {
        return Envelope.sealed(
                "toy",
                17,
                StreamId.parse("account/a"),
                3,
                new UUID(1, 2),
                new EventCodec.Encoded("toy.deposited", 1, "{\"account\":\"a\"}".getBytes(UTF_8)),
                Instant.parse("2018-03-15T02:00:00.123456Z"),
                Instant.parse("2018-03-15T02:00:01Z"),
                "user:张三",
                new Cause("command:user:s/1", "c"));
    }

    private static ProducerRecord<byte[], byte[]> published(Envelope envelope) {
        return CloudEvents.record("toy.events", 2, envelope, SEQUENCE);
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                sent.partition(),
                99,
                0,
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    /** As docs/log-format.md says; what is published once is read for ever. */
    @Example
    void theHeadersAreThoseWrittenDown() {
        var record = published(envelope());
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(headers)
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("content-type", "application/json"),
                        entry("ce_id", "00000000-0000-0001-0000-000000000002"),
                        entry("ce_source", "/gongxue/toy"),
                        entry("ce_type", "toy.deposited"),
                        entry("ce_time", "2018-03-15T02:00:00.123456Z"),
                        entry(
                                "ce_entry",
                                "17 3 1 12 1521079201000000 "
                                        + Base64.getEncoder()
                                                .encodeToString(envelope().leaf())
                                        + " 11:user:张三,16:command:user:s/1,1:c,"));
        assertThat(new String(record.key(), UTF_8)).isEqualTo("account/a");
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"account\":\"a\"}");
    }

    @Property(tries = 500)
    void anyEventComesBackAsItWas(@ForAll("envelopes") Envelope envelope) {
        var read = CloudEvents.read(consumed(published(envelope)));
        assertThat(read.envelope()).usingRecursiveComparison().isEqualTo(envelope);
        assertThat(read.partitionSequence()).isEqualTo(SEQUENCE);
        assertThat(read.partition()).isEqualTo(2);
        assertThat(read.offset()).isEqualTo(99);
    }

    @Property(tries = 1000)
    void anyMomentComesBackAsItWas(@ForAll("micros") long micros) {
        assertThat(TimeText.micros(TimeText.of(micros))).isEqualTo(micros);
        assertThat(Instant.parse(new String(TimeText.of(micros), UTF_8)))
                .isEqualTo(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    @Provide
    Arbitrary<Long> micros() {
        long thousandYears = 1000L * 366 * 86_400 * 1_000_000;
        return Arbitraries.longs().between(-9 * thousandYears, 9 * thousandYears);
    }

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMaxLength(40)
                .filter(t -> UTF_8.newEncoder().canEncode(t));
        Arbitrary<Instant> instant = micros().map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        Arbitrary<Long> index = Arbitraries.longs().between(1, Long.MAX_VALUE - 1);
        return Combinators.combine(index, instant, instant, text, text, text, text)
                .as((i, occurred, recorded, actor, cause, correlation, data) -> Envelope.sealed(
                        "toy",
                        i,
                        StreamId.parse("account/a" + i),
                        (int) (i % Integer.MAX_VALUE) + 1,
                        new UUID(i, -i),
                        new EventCodec.Encoded("toy.deposited", (int) (i % 7), data.getBytes(UTF_8)),
                        occurred,
                        recorded,
                        actor,
                        new Cause(cause, correlation)));
    }
}
