package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.gongxue.eventlog.tree.SignedNote;

/**
 * The topic {@code checkpoints}: the signed notes of all services, key the service, in one partition, kept for ever. After
 * a crash a note may stand there twice.
 */
final class CheckpointTopic implements AutoCloseable {
    private static final TopicPartition PARTITION = new TopicPartition(KafkaConfig.CHECKPOINTS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final long WINDOW = 1000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] key;

    CheckpointTopic(KafkaConfig kafka, String service) {
        this.producer = Clients.checkpointProducer(kafka);
        this.key = service.getBytes(UTF_8);
    }

    /** Creates the topic if it is missing. */
    static void ensure(KafkaConfig kafka) {
        Topics.ensure(kafka, KafkaConfig.CHECKPOINTS, 1);
    }

    /** Sends notes in their order; returns once the topic has all of them. */
    void send(List<SignedNote> notes) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (SignedNote note : notes) {
            byte[] bytes = note.toString().getBytes(UTF_8);
            sent.add(producer.send(new ProducerRecord<>(KafkaConfig.CHECKPOINTS, 0, key, bytes)));
        }
        producer.flush();
        sent.forEach(CheckpointTopic::await);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    /** The last note of a service. */
    static Optional<SignedNote> last(KafkaConfig kafka, String service) {
        byte[] key = service.getBytes(UTF_8);
        try (Consumer<byte[], byte[]> consumer = Clients.scanner(kafka)) {
            var only = List.of(PARTITION);
            consumer.assign(only);
            long begin = consumer.beginningOffsets(only).getOrDefault(PARTITION, 0L);
            long end = consumer.endOffsets(only).getOrDefault(PARTITION, 0L);
            while (end > begin) {
                long from = Math.max(begin, end - WINDOW);
                Optional<SignedNote> found = read(consumer, from, end).stream()
                        .filter(record -> Arrays.equals(record.key(), key))
                        .reduce((_, later) -> later)
                        .map(record -> SignedNote.parse(new String(record.value(), UTF_8)));
                if (found.isPresent()) {
                    return found;
                }
                end = from;
            }
            return Optional.empty();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> consumer, long from, long end) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.seek(PARTITION, from);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    records.add(record);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(PARTITION + " cannot be read");
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
