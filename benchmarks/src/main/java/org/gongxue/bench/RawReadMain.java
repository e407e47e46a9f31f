package org.gongxue.bench;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;

/**
 * The program of the raw consumer's own JVM: what a replay reads, read with the same settings and on as many threads, each
 * record's JSON run through a streaming parser and nothing more. Prints how many events it read a second.
 */
final class RawReadMain {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonFactory JSON = new JsonFactory();

    private RawReadMain() {}

    /** Arguments: the cluster, the topic. */
    public static void main(String[] args) throws Exception {
        long from = System.nanoTime();
        long events = 0;
        int threads = Math.min(Kafkas.PARTITIONS, Runtime.getRuntime().availableProcessors());
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int p = 0; p < Kafkas.PARTITIONS; p++) {
                var partition = new TopicPartition(args[1], p);
                readers.add(executor.submit(() -> read(args[0], partition)));
            }
            for (Future<Long> reader : readers) {
                events += reader.get();
            }
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.println(Work.JSON.createObjectNode().put("events", events).put("perSecond", events / seconds));
    }

    private static long read(String kafka, TopicPartition partition) throws IOException {
        try (var consumer = Kafkas.consumer(kafka)) {
            var only = List.of(partition);
            consumer.assign(only);
            consumer.seekToBeginning(only);
            long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
            long events = 0;
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    parse(record.value());
                    events++;
                }
            }
            return events;
        }
    }

    private static void parse(byte[] json) throws IOException {
        try (var parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                // What a token says is nobody's business here.
            }
        }
    }
}
