package org.gongxue.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.Utils;
import org.gongxue.eventlog.EventCopy.Chunk;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishing under one lease: events go to the topic by index, in Kafka transactions of whatever is there, so that the topic
 * always holds the log up to some index, each event once (invariant 2). Where to go on is read from the topic itself;
 * the watermark in the database only tells whether the topic lost something.
 */
final class Publication implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publication.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int TRANSACTION_EVENTS = 32_000;
    private static final Duration REMEMBER_EVERY = Duration.ofMillis(100);

    private final LogReading reading;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final long[] sequences;
    private long[] publishedSequences;
    private final TracedEvents traced;
    private long nextIndex;
    private long rememberedIndex;
    private long rememberedAtNanos = System.nanoTime();

    private Publication(
            LogReading reading,
            String service,
            KafkaProducer<byte[], byte[]> producer,
            TopicEnd end,
            @Nullable Tracing tracing) {
        this.reading = reading;
        this.topic = KafkaConfig.topic(service);
        this.producer = producer;
        this.sequences = end.sequences().clone();
        this.publishedSequences = end.sequences();
        this.traced = new TracedEvents(tracing);
        this.nextIndex = end.lastIndex() + 1;
    }

    /**
     * Shuts out any predecessor, then finds out how far the topic goes.
     *
     * @throws PublicationRefusedException if the topic does not fit the log
     */
    static Publication open(Lease lease, KafkaConfig kafka, String service, @Nullable Tracing tracing)
            throws SQLException {
        KafkaProducer<byte[], byte[]> producer = Clients.producer(kafka, service);
        try {
            producer.initTransactions();
            lease.renew();
            HangingTransactions.abort(lease, kafka, service);
            lease.renew();
            TopicEnd end = TopicEnd.read(kafka, service);
            TopicComparison.check(lease.connection(), service, end);
            LOG.infof("publishing %s from %s", KafkaConfig.topic(service), end);
            return new Publication(new LogReading(lease.connection(), service), service, producer, end, tracing);
        } catch (SQLException | RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Publishes what has been committed since, in one Kafka transaction: whatever is there, or some ten thousand events
     * of a backlog, of which the next chunk is read while the last one is on its way. A transaction never ends between two
     * events of one cause: if the database were lost, half a command could not be made whole from the topic.
     *
     * @return whether there is more already
     */
    boolean publishNext() throws SQLException {
        Chunk chunk = reading.after(nextIndex - 1);
        if (!chunk.events().isEmpty()) {
            producer.beginTransaction();
            long sent = send(chunk);
            while (chunk.isFull()
                    && (sent < nextIndex - 1 + TRANSACTION_EVENTS
                            || sent == chunk.events().getLast().index())) {
                chunk = reading.after(sent);
                sent = chunk.events().isEmpty() ? sent : send(chunk);
            }
            producer.commitTransaction();
            nextIndex = sent + 1;
            publishedSequences = sequences.clone();
            traced.end(reading, sent);
        }
        if (System.nanoTime() - rememberedAtNanos >= REMEMBER_EVERY.toNanos()) {
            remember();
        }
        return chunk.isFull();
    }

    /** Sends a chunk, of a full one only what does not go on beyond it; the last index that was sent. */
    private long send(Chunk chunk) throws SQLException {
        List<EventBytes> events = chunk.isFull() ? wholeCauses(chunk.events()) : chunk.events();
        long last = events.getLast().index();
        traced.begin(reading, events);
        if (chunk.isFull()) {
            reading.ahead(last);
        }
        events.forEach(this::send);
        return last;
    }

    /** Without the events of the last cause, of which more may follow; all of them if there is no other cause. */
    private static List<EventBytes> wholeCauses(List<EventBytes> events) {
        byte[] last = events.getLast().cause();
        int end = events.size();
        while (end > 0 && Arrays.equals(events.get(end - 1).cause(), last)) {
            end--;
        }
        return end == 0 ? events : events.subList(0, end);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for every send, and fails if one failed
    private void send(EventBytes event) {
        int partition = partition(event.stream(), sequences.length);
        var record = CloudEvents.record(topic, partition, event, ++sequences[partition]);
        traced.mark(record, event.index());
        producer.send(record);
    }

    /** Kafka's own choice for a key: events of a stream stay together and in order. */
    static int partition(StreamId stream, int partitions) {
        return partition(CloudEvents.key(stream), partitions);
    }

    private static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** Ten times a second, for the topic itself tells how far it goes, and in the end. */
    private void remember() throws SQLException {
        rememberedAtNanos = System.nanoTime();
        long index = nextIndex;
        if (index == rememberedIndex) {
            return;
        }
        rememberedIndex = index;
        Object[] places = Arrays.stream(publishedSequences).boxed().toArray();
        reading.later(connection -> write(connection, topic, index, places));
    }

    private static void write(Connection c, String topic, long nextIndex, Object[] sequences) throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.publisher (topic, next_index, sequences) VALUES (?, ?, ?)
                ON CONFLICT (topic) DO UPDATE SET next_index = excluded.next_index, sequences = excluded.sequences""")) {
            s.setString(1, topic);
            s.setLong(2, nextIndex);
            s.setArray(3, c.createArrayOf("int8", sequences));
            s.executeUpdate();
        }
    }

    /** How far the topic was last known to go. */
    record Watermark(long lastIndex, List<Long> sequences) {
        /** Nothing is known. */
        static final Watermark NONE = new Watermark(0, List.of());

        static Watermark read(Connection c, String topic) throws SQLException {
            try (var s = c.prepareStatement("SELECT next_index, sequences FROM log.publisher WHERE topic = ?")) {
                s.setString(1, topic);
                try (ResultSet row = s.executeQuery()) {
                    if (!row.next()) {
                        return NONE;
                    }
                    Array sequences = row.getArray(2);
                    return new Watermark(row.getLong(1) - 1, List.of((Long[]) sequences.getArray()));
                }
            }
        }
    }

    long publishedIndex() {
        return nextIndex - 1;
    }

    /** An unfinished transaction is aborted. */
    @Override
    public void close() {
        try (reading) {
            producer.close(CLOSE_WITHIN);
            remember();
        } catch (SQLException e) {
            LOG.debug("how far the topic goes is not remembered; it says so itself", e);
        }
    }
}
