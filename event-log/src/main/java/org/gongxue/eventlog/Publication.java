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
import org.jboss.logging.Logger;

/**
 * Publishing under one lease: events go to the topic by index, some thousand in one Kafka transaction, so that the topic
 * always holds the log up to some index, each event once (invariant 2). Where to go on is read from the topic itself;
 * the watermark in the database only tells whether the topic lost something.
 */
final class Publication implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publication.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int BATCH_EVENTS = 4000;
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final Connection connection;
    private final String service;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final long[] sequences;
    private long nextIndex;

    private Publication(Connection connection, String service, KafkaProducer<byte[], byte[]> producer, TopicEnd end) {
        this.connection = connection;
        this.service = service;
        this.topic = KafkaConfig.topic(service);
        this.producer = producer;
        this.sequences = end.sequences().clone();
        this.nextIndex = end.lastIndex() + 1;
    }

    /**
     * Shuts out any predecessor, then finds out how far the topic goes.
     *
     * @throws PublicationRefusedException if the topic does not fit the log
     */
    static Publication open(Lease lease, KafkaConfig kafka, String service) throws SQLException {
        KafkaProducer<byte[], byte[]> producer = Clients.producer(kafka, service);
        try {
            producer.initTransactions();
            TopicEnd end = TopicEnd.read(kafka, service);
            TopicComparison.check(lease.connection(), service, end);
            LOG.infof("publishing %s from %s", KafkaConfig.topic(service), end);
            return new Publication(lease.connection(), service, producer, end);
        } catch (SQLException | RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** Publishes what has been committed since, at most some thousand events; false if there was nothing. */
    boolean publishNext() throws SQLException {
        List<Envelope> events = EventRows.after(connection, service, nextIndex - 1, BATCH_EVENTS, BATCH_BYTES);
        if (events.isEmpty()) {
            return false;
        }
        producer.beginTransaction();
        events.forEach(this::send);
        producer.commitTransaction();
        nextIndex += events.size();
        remember();
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for every send, and fails if one failed
    private void send(Envelope event) {
        int partition = partition(event.stream(), sequences.length);
        producer.send(CloudEvents.record(topic, partition, event, ++sequences[partition]));
    }

    /** Kafka's own choice for a key: events of a stream stay together and in order. */
    static int partition(StreamId stream, int partitions) {
        return Utils.toPositive(Utils.murmur2(CloudEvents.key(stream))) % partitions;
    }

    private void remember() throws SQLException {
        try (var s = connection.prepareStatement("""
                INSERT INTO log.publisher (topic, next_index, sequences) VALUES (?, ?, ?)
                ON CONFLICT (topic) DO UPDATE SET next_index = excluded.next_index, sequences = excluded.sequences""")) {
            s.setString(1, topic);
            s.setLong(2, nextIndex);
            s.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", Arrays.stream(sequences).boxed().toArray()));
            s.executeUpdate();
        }
    }

    /** How far the topic was last known to go. */
    record Watermark(long lastIndex, List<Long> sequences) {

        static Watermark read(Connection c, String topic) throws SQLException {
            try (var s = c.prepareStatement("SELECT next_index, sequences FROM log.publisher WHERE topic = ?")) {
                s.setString(1, topic);
                try (ResultSet row = s.executeQuery()) {
                    if (!row.next()) {
                        return new Watermark(0, List.of());
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
        producer.close(CLOSE_WITHIN);
    }
}
