package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Envelopes as CloudEvents 1.0 in binary mode over Kafka: the attributes in headers, the data untouched in the value,
 * the stream as the key.
 */
public final class CloudEvents {
    private static final String SOURCE = "/gongxue/";
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private CloudEvents() {}

    /** An event as it is published, at its place in its partition. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, Envelope e, long partitionSequence) {
        List<Header> headers = List.of(
                SPEC_VERSION,
                CONTENT_TYPE,
                header("ce_id", e.id().toString()),
                header("ce_source", SOURCE + e.service()),
                header("ce_type", e.type()),
                header("ce_time", e.occurredAt().toString()),
                header("ce_subject", e.stream().toString()),
                header("ce_index", Long.toString(e.index())),
                header("ce_streamversion", Integer.toString(e.version())),
                header("ce_revision", Integer.toString(e.revision())),
                header("ce_recordedtime", e.recordedAt().toString()),
                header("ce_actor", e.actor()),
                header("ce_cause", e.cause()),
                header("ce_correlation", e.correlation()),
                header("ce_partitionsequence", Long.toString(partitionSequence)),
                header("ce_leaf", Base64.getEncoder().encodeToString(e.leaf())));
        return new ProducerRecord<>(topic, partition, key(e.stream()), e.data(), headers);
    }

    static byte[] key(StreamId stream) {
        return stream.toString().getBytes(UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    /**
     * Reads a record back and checks it against its leaf (invariant 8).
     *
     * @throws TopicDamagedException if it is not an event of ours, or was changed
     */
    static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
        try {
            var read = new Reading(record).topicRecord();
            if (!Leaf.matches(read.envelope())) {
                throw new IllegalArgumentException("its leaf is another");
            }
            return read;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw damaged(record, e.toString());
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
            return new Reading(record).topicRecord();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static TopicDamagedException damaged(ConsumerRecord<byte[], byte[]> record, String why) {
        return new TopicDamagedException("invariant 8: " + record.topic() + " partition " + record.partition()
                + " offset " + record.offset() + " is not what was published: " + why);
    }

    /** One pass over the headers of one record. */
    private static final class Reading {
        private final ConsumerRecord<byte[], byte[]> record;
        private String id = "";
        private String source = "";
        private String type = "";
        private String occurred = "";
        private String stream = "";
        private String index = "";
        private String version = "";
        private String revision = "";
        private String recorded = "";
        private String actor = "";
        private String cause = "";
        private String correlation = "";
        private String partitionSequence = "";
        private String leaf = "";

        Reading(ConsumerRecord<byte[], byte[]> record) {
            this.record = record;
            for (Header header : record.headers()) {
                take(header.key(), new String(header.value(), UTF_8));
            }
        }

        private void take(String name, String value) {
            switch (name) {
                case "ce_id" -> id = value;
                case "ce_source" -> source = value;
                case "ce_type" -> type = value;
                case "ce_time" -> occurred = value;
                case "ce_subject" -> stream = value;
                case "ce_index" -> index = value;
                case "ce_streamversion" -> version = value;
                case "ce_revision" -> revision = value;
                case "ce_recordedtime" -> recorded = value;
                case "ce_actor" -> actor = value;
                case "ce_cause" -> cause = value;
                case "ce_correlation" -> correlation = value;
                case "ce_partitionsequence" -> partitionSequence = value;
                case "ce_leaf" -> leaf = value;
                default -> {
                    // Headers that others add, such as a trace's, are none of ours.
                }
            }
        }

        TopicRecord topicRecord() {
            if (!source.startsWith(SOURCE) || record.value() == null) {
                throw new IllegalArgumentException("it is no event of a service");
            }
            var envelope = new Envelope(
                    source.substring(SOURCE.length()),
                    Long.parseLong(index),
                    StreamId.parse(stream),
                    Integer.parseInt(version),
                    UUID.fromString(id),
                    type,
                    Integer.parseInt(revision),
                    Instant.parse(occurred),
                    Instant.parse(recorded),
                    actor,
                    cause,
                    correlation,
                    record.value(),
                    Base64.getDecoder().decode(leaf));
            return new TopicRecord(envelope, record.partition(), record.offset(), Long.parseLong(partitionSequence));
        }
    }
}
