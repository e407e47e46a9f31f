package org.gongxue.reward.audit.edge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gongxue.eventlog.CloudEvents;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.reward.audit.PartitionSink;

/**
 * Reads a service's topic from its beginning to the end it has now, partitions side by side on all cores. It reads on
 * where a record is damaged: a replay tells everything that is wrong, where {@link org.gongxue.eventlog.TopicReader}
 * stops at the first.
 */
final class TopicScan {

    /** How long a partition may give nothing before its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final String topic;
    private final Pace pace;

    TopicScan(String bootstrapServers, String service, Pace pace) {
        this.bootstrapServers = bootstrapServers;
        this.topic = KafkaConfig.topic(service);
        this.pace = pace;
    }

    /** How many partitions the topic has; 0 if there is no such topic. */
    int partitions() {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic, PATIENCE);
            return partitions == null ? 0 : partitions.size();
        }
    }

    /**
     * Reads every partition into its sink, as many side by side as there are cores.
     *
     * @param eventsRead counts the events that belong to the replay
     * @throws IOException if the cluster gives nothing for a minute, or cannot be reached
     */
    void read(IntFunction<PartitionSink> sinks, int partitions, LongAdder eventsRead)
            throws IOException, InterruptedException {
        read(sinks, partitions, Runtime.getRuntime().availableProcessors(), eventsRead);
    }

    /** Something that takes what is read, in its own thread, until every partition has ended. */
    @FunctionalInterface
    interface Reception {
        void run() throws InterruptedException;
    }

    /** Reads every partition at the same time, while the calling thread takes what is read. */
    void readWhile(IntFunction<PartitionSink> sinks, int partitions, LongAdder eventsRead, Reception reception)
            throws IOException, InterruptedException {
        var executor = Executors.newSingleThreadExecutor();
        try {
            var reading = executor.submit(() -> {
                read(sinks, partitions, partitions, eventsRead);
                return partitions;
            });
            reception.run();
            reading.get();
        } catch (ExecutionException e) {
            throw new IOException("reading " + topic + ": " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private void read(IntFunction<PartitionSink> sinks, int partitions, int threadsMax, LongAdder eventsRead)
            throws IOException, InterruptedException {
        var threads = Math.max(1, Math.min(partitions, threadsMax));
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var readers = IntStream.range(0, partitions)
                    .mapToObj(p -> executor.submit(() -> {
                        readToItsEnd(new TopicPartition(topic, p), sinks.apply(p), eventsRead);
                        return p;
                    }))
                    .toList();
            for (Future<Integer> reader : readers) {
                reader.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("reading " + topic + ": " + e.getCause(), e);
        }
    }

    private void readToItsEnd(TopicPartition partition, PartitionSink sink, LongAdder eventsRead)
            throws IOException, InterruptedException {
        try {
            readPartition(partition, sink, eventsRead);
        } finally {
            sink.end();
        }
    }

    private void readPartition(TopicPartition partition, PartitionSink sink, LongAdder eventsRead)
            throws IOException, InterruptedException {
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            var position = consumer.position(partition, PATIENCE);
            var movedAt = Instant.now();
            while (position < end) {
                var records = consumer.poll(POLL);
                pace.await(records.count());
                for (var record : records) {
                    take(record, sink, eventsRead);
                }
                var next = consumer.position(partition, PATIENCE);
                if (next > position) {
                    position = next;
                    movedAt = Instant.now();
                } else if (movedAt.plus(PATIENCE).isBefore(Instant.now())) {
                    throw new IOException(partition + " gives nothing from offset " + position);
                }
            }
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, PartitionSink sink, LongAdder eventsRead) {
        try {
            var read = CloudEvents.readUnverified(record);
            if (sink.take(read.envelope(), read.partitionSequence())) {
                eventsRead.increment();
            }
        } catch (RuntimeException e) { // damage of any sort is a finding, not an end
            sink.takeUnreadable(record.offset(), String.valueOf(e.getMessage()));
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50",
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(4 * 1024 * 1024)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
