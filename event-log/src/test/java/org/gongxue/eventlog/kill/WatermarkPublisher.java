package org.gongxue.eventlog.kill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gongxue.eventlog.CloudEvents;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.KafkaConfig;

/**
 * A publisher as one would write it first, kept to be caught: it remembers in the database how far it came, after it
 * has sent, and never asks the topic. A kill in between sends events again, an older database sends others under the
 * same index, a shortened topic stays so, and two of them send everything twice.
 */
final class WatermarkPublisher implements AutoCloseable {
    private static final long POLL_MILLIS = 10;
    private static final int BATCH = 500;
    private static final int LAST = 0;

    private final DataSource database;
    private final String service;
    private final KafkaConfig kafka;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().unstarted(this::run);

    private WatermarkPublisher(DataSource database, String service, KafkaConfig kafka) {
        this.database = database;
        this.service = service;
        this.kafka = kafka;
    }

    static WatermarkPublisher start(DataSource database, String service, KafkaConfig kafka) {
        var publisher = new WatermarkPublisher(database, service, kafka);
        publisher.createTopic();
        publisher.thread.start();
        return publisher;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(kafka.properties());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    private void createTopic() {
        try (Admin admin = Admin.create(settings())) {
            var topic = new NewTopic(KafkaConfig.topic(service), kafka.partitions(), (short) 1)
                    .configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException thereAlready) {
            // As it should be.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            do {
                publishNext(producer);
            } while (!closing.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publishNext(KafkaProducer<byte[], byte[]> producer) {
        try (Connection c = database.getConnection()) {
            Long[] mark = watermark(c);
            List<Envelope> events = Rows.events(c, service, mark[LAST], BATCH);
            if (events.isEmpty()) {
                return;
            }
            for (Envelope event : events) {
                int partition = Rows.partition(event, kafka.partitions());
                mark[LAST] = event.index();
                var _ = producer.send(
                        CloudEvents.record(KafkaConfig.topic(service), partition, event, ++mark[1 + partition]));
            }
            producer.flush();
            remember(c, mark);
        } catch (SQLException away) {
            // Tried again.
        }
    }

    /** The last index, and the last sequence of each partition. */
    private Long[] watermark(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("CREATE TABLE IF NOT EXISTS watermark (mark bigint[] NOT NULL)");
            try (ResultSet row = s.executeQuery("SELECT mark FROM watermark ORDER BY mark DESC LIMIT 1")) {
                var none = new Long[1 + kafka.partitions()];
                Arrays.fill(none, 0L);
                return row.next() ? (Long[]) row.getArray(1).getArray() : none;
            }
        }
    }

    private static void remember(Connection c, Long[] mark) throws SQLException {
        try (var s = c.prepareStatement("INSERT INTO watermark VALUES (?)")) {
            s.setArray(1, c.createArrayOf("int8", mark));
            s.executeUpdate();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
