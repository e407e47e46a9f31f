package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.Submission;

/**
 * How fast a backlog gets to the topic, beside a bare producer that sends the very same records ready-made, in turns; and
 * how long an event takes from its commit to Kafka's acknowledgment at {@value #PER_SECOND} commands a second.
 */
final class PublishSection {
    private static final int PER_SECOND = 500;
    private static final int SLICE = 400_000;
    private static final int QUICK_SLICE = 150_000;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;
    private static final int WARMING = 3;
    private static final int READY_MADE = 50_000;
    private static final long LOOK_EVERY_NANOS = 100_000;
    private static final byte[] REQUEST_HASH = new byte[32];

    private final Parts parts;
    private final boolean quick;
    private final KafkaConfig kafka;
    private final int slice;
    private final ArrayNode rounds = JsonNodeFactory.instance.arrayNode();
    private final List<Double> raw = new ArrayList<>();
    private final List<Double> drain = new ArrayList<>();

    private PublishSection(Parts parts, boolean quick) {
        this.parts = parts;
        this.quick = quick;
        this.kafka = KafkaConfig.of(parts.kafka());
        this.slice = quick ? QUICK_SLICE : SLICE;
    }

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        return new PublishSection(parts, quick).measure();
    }

    private Section.Found measure() throws Exception {
        int count = quick ? QUICK_ROUNDS : ROUNDS;
        int events = slice * (count + 1 + WARMING);
        parts.clock().say("writing a backlog of " + events + " events");
        Database database = parts.database("publish");
        new Preload(events, Work.STREAMS, 0).fill(database);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        try (var log =
                EventLog.open(LogConfig.of(Work.SERVICE), database.dataSource(), new Work.Learners(), List.of())) {
            parts.clock().say("warming");
            drain(log, slice);
            var readyMade = readyMade();
            for (int warming = 1; warming <= WARMING; warming++) {
                sendRaw(readyMade);
                drain(log, slice * (1L + warming));
            }
            for (int round = 1; round <= count; round++) {
                parts.clock().say("round " + round);
                long until = slice * (round + 1L + WARMING);
                if (round % 2 == 1) {
                    raw.add(noted("raw", round, () -> sendRaw(readyMade)));
                    drain.add(noted("drain", round, () -> drain(log, until)));
                } else {
                    drain.add(noted("drain", round, () -> drain(log, until)));
                    raw.add(noted("raw", round, () -> sendRaw(readyMade)));
                }
            }
            figures.put("raw", Figures.median(raw))
                    .put("drain", Figures.median(drain))
                    .put("ratio", Figures.median(drain) / Figures.median(raw));
            parts.clock().say("commit to acknowledgment at " + PER_SECOND + " a second");
            latency(log, figures);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("rounds", rounds);
        return new Section.Found(figures, all);
    }

    private double noted(String line, int round, Callable<Double> measurement) throws Exception {
        var watched = parts.quiet().begin();
        double perSecond = measurement.call();
        rounds.addObject()
                .put("line", line)
                .put("round", round)
                .put("perSecond", perSecond)
                .set("machine", watched.end());
        return perSecond;
    }

    /** Publishes to at least an index; the rate from the first acknowledgment to the last that was seen. */
    private double drain(EventLog<Work.Earn> log, long untilIndex) {
        try (var publisher = Publisher.start(log, kafka)) {
            long before = publisher.publishedIndex();
            long first = next(publisher, before);
            long from = System.nanoTime();
            long last = first;
            while (last < untilIndex) {
                last = next(publisher, last);
            }
            return (last - first) * 1e9 / (System.nanoTime() - from);
        }
    }

    private static long next(Publisher publisher, long after) {
        while (publisher.publishedIndex() == after) {
            publisher.failure().ifPresent(failure -> {
                throw new IllegalStateException("publishing stopped", failure);
            });
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return publisher.publishedIndex();
    }

    /** The first records that we published, as they are on the topic, for another topic. */
    private List<ProducerRecord<byte[], byte[]>> readyMade() throws Exception {
        String topic = KafkaConfig.topic("raw");
        Kafkas.topic(parts.kafka(), topic);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = Kafkas.consumer(parts.kafka())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int p = 0; p < Kafkas.PARTITIONS; p++) {
                partitions.add(new TopicPartition(KafkaConfig.topic(Work.SERVICE), p));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < READY_MADE) {
                for (var r : consumer.poll(Duration.ofSeconds(1))) {
                    records.add(new ProducerRecord<>(topic, r.partition(), r.key(), r.value(), r.headers()));
                }
            }
        }
        return records;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for every send, and fails if one failed
    private double sendRaw(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = Kafkas.producer(parts.kafka(), "raw")) {
            producer.initTransactions();
            long from = System.nanoTime();
            int sent = 0;
            while (sent < slice) {
                producer.beginTransaction();
                for (int i = 0; i < Kafkas.TRANSACTION_EVENTS; i++) {
                    producer.send(records.get(sent++ % records.size()));
                }
                producer.commitTransaction();
            }
            return sent * 1e9 / (System.nanoTime() - from);
        }
    }

    private record Committed(long index, long nanos) {}

    /** Half of the time is for warming: transactions of a few events run through other code than those of a backlog. */
    private void latency(EventLog<Work.Earn> log, ObjectNode figures) throws InterruptedException {
        long end = log.lastIndex();
        var committed = new ConcurrentLinkedQueue<Committed>();
        var done = new AtomicBoolean();
        List<Double> millis = new ArrayList<>();
        int seconds = quick ? 10 : 20;
        try (var publisher = Publisher.start(log, kafka)) {
            for (long at = publisher.publishedIndex(); at < end; ) {
                at = next(publisher, at);
            }
            var submitting =
                    Thread.ofPlatform().name("submitting").start(() -> submit(log, committed, 2 * seconds, done));
            while (!done.get() || !committed.isEmpty()) {
                long published = publisher.publishedIndex();
                long now = System.nanoTime();
                for (var c = committed.peek(); c != null && c.index() <= published; c = committed.peek()) {
                    committed.remove();
                    millis.add(Math.max(0, now - c.nanos()) / 1e6);
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            submitting.join();
        }
        List<Double> sorted = millis.subList(seconds * PER_SECOND, millis.size()).stream()
                .sorted()
                .toList();
        figures.put("ackP50Millis", sorted.get(sorted.size() / 2));
        figures.put("ackP99Millis", sorted.get(sorted.size() * 99 / 100));
    }

    /** One command every two milliseconds, whether or not the one before it has been answered. */
    private static void submit(
            EventLog<Work.Earn> log, ConcurrentLinkedQueue<Committed> committed, int seconds, AtomicBoolean done) {
        long from = System.nanoTime();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            long due = from + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var id = new UUID(0x4000, Long.MIN_VALUE | (from + i));
            var command = new Work.Earn(Work.learner(i % Work.STREAMS));
            answers.add(log.submit(new Submission<>(Work.WHO, id, REQUEST_HASH, Work.WHO, null, Instant.now(), command))
                    .thenAccept(o -> committed.add(new Committed(o.lastIndex(), System.nanoTime()))));
        }
        answers.forEach(CompletableFuture::join);
        done.set(true);
    }
}
