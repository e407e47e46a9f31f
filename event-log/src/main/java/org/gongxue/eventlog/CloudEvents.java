package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes as CloudEvents 1.0 in binary mode over Kafka: the attributes in headers, the data untouched in the value,
 * the stream as the key. What a CloudEvent has no attribute for stands in one header, {@code ce_entry}.
 */
public final class CloudEvents {
    private static final byte[] SOURCE = "/gongxue/".getBytes(ISO_8859_1);
    private static final int UUID_CHARS = 36;

    /** In the order in which they are written; a reader finds them there, or else looks for them. */
    private static final List<String> READ = List.of("ce_id", "ce_source", "ce_type", "ce_time", "ce_entry");

    private static final int ID = 0;
    private static final int FROM = 1;
    private static final int TYPE = 2;
    private static final int TIME = 3;
    private static final int ENTRY = 4;

    /** Hardly ever there. */
    private static final int TRACE = 5;

    private static final Header SPEC_VERSION = new RecordHeader("ce_specversion", "1.0".getBytes(ISO_8859_1));
    private static final Header CONTENT_TYPE =
            new RecordHeader("content-type", "application/json".getBytes(ISO_8859_1));

    private CloudEvents() {}

    /** An event as it is published, at its place in its partition. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, Envelope e, long partitionSequence) {
        return record(topic, partition, EventBytes.of(e), partitionSequence);
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, EventBytes e, long partitionSequence) {
        List<Header> headers = List.of(
                SPEC_VERSION,
                CONTENT_TYPE,
                header(ID, e.id().toString().getBytes(ISO_8859_1)),
                header(FROM, source(e.service())),
                header(TYPE, e.type()),
                header(TIME, TimeText.of(e.occurredMicros())),
                header(ENTRY, EntryText.of(e, partitionSequence)));
        return new ProducerRecord<>(topic, partition, e.stream(), e.data(), headers);
    }

    private static byte[] source(byte[] service) {
        byte[] source = Arrays.copyOf(SOURCE, SOURCE.length + service.length);
        System.arraycopy(service, 0, source, SOURCE.length, service.length);
        return source;
    }

    static byte[] key(StreamId stream) {
        return stream.toString().getBytes(UTF_8);
    }

    private static Header header(int name, byte[] value) {
        return new RecordHeader(READ.get(name), value);
    }

    /**
     * Reads a record back and checks it against its leaf (invariant 8).
     *
     * @throws TopicDamagedException if it is not an event of ours, or was changed
     */
    static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return topicRecord(record, true);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new TopicDamagedException("invariant 8: " + record.topic() + " partition " + record.partition()
                    + " offset " + record.offset() + " is not what was published: " + e);
        }
    }

    /**
     * Reads a record as it is, for an audit that looks on after the first damage.
     *
     * @return what it says of itself; its leaf has not been checked
     * @throws IllegalArgumentException if it is not an event of ours
     */
    public static TopicRecord readUnverified(ConsumerRecord<byte[], byte[]> record) {
        try {
            return topicRecord(record, false);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static TopicRecord topicRecord(ConsumerRecord<byte[], byte[]> record, boolean verified) {
        var headers = headers(record);
        EntryText entry = EntryText.reading(headers[ENTRY]);
        long index = entry.number();
        int version = entry.smallNumber();
        int revision = entry.smallNumber();
        long sequence = entry.number();
        long recordedMicros = entry.number();
        byte[] leaf = entry.leaf();
        var event = new EventBytes(
                service(headers[FROM]),
                index,
                record.key(),
                version,
                uuid(headers[ID]),
                headers[TYPE],
                revision,
                TimeText.micros(headers[TIME]),
                recordedMicros,
                entry.netstring(),
                entry.netstring(),
                entry.netstring(),
                record.value(),
                leaf);
        entry.end();
        if (verified && !Leaf.matches(event)) {
            throw new IllegalArgumentException("its leaf is another");
        }
        return new TopicRecord(
                event.envelope(), record.partition(), record.offset(), sequence, traceparent(headers[TRACE]));
    }

    private static @Nullable String traceparent(byte @Nullable [] header) {
        return header == null ? null : new String(header, ISO_8859_1);
    }

    /** Headers that others add are none of ours. */
    private static byte[][] headers(ConsumerRecord<byte[], byte[]> record) {
        var values = new byte[READ.size() + 1][];
        int expected = 0;
        for (Header header : record.headers()) {
            String name = header.key();
            int found = name.equals(READ.get(expected)) ? expected : READ.indexOf(name);
            if (found >= 0) {
                values[found] = header.value();
                expected = Math.min(found + 1, READ.size() - 1);
            } else if (name.equals(TracedEvents.HEADER)) {
                values[TRACE] = header.value();
            }
        }
        for (int i = 0; i < READ.size(); i++) {
            if (values[i] == null) {
                throw new IllegalArgumentException("it is no event of a service");
            }
        }
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("it has no key or no data");
        }
        return values;
    }

    private static byte[] service(byte[] source) {
        if (Arrays.mismatch(source, SOURCE) != SOURCE.length) {
            throw new IllegalArgumentException("it is no event of a service");
        }
        return Arrays.copyOfRange(source, SOURCE.length, source.length);
    }

    private static UUID uuid(byte[] text) {
        if (text.length != UUID_CHARS) {
            throw new IllegalArgumentException("ce_id is no UUID");
        }
        return UUID.fromString(new String(text, ISO_8859_1));
    }
}
