package org.gongxue.eventlog.kill;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.TopicReader;
import org.gongxue.eventlog.toy.Balances;

/**
 * Two services on fresh databases and topics: their names are those of their databases.
 *
 * @param mint the one whose events the other takes in
 * @param toy the other
 * @param kafka where Kafka is
 */
record Services(PostgresProcess postgres, String kafka, String mint, String toy) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final AtomicInteger NAMES = new AtomicInteger();

    static Services fresh(PostgresProcess postgres, String kafka) {
        int n = NAMES.incrementAndGet();
        var services = new Services(postgres, kafka, "mint" + n, "toy" + n);
        postgres.createDatabase(services.mint());
        try {
            Balances.createTables(postgres.createDatabase(services.toy()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return services;
    }

    String url(String service) {
        return postgres.url(service);
    }

    DataSource dataSource(String service) {
        return postgres.dataSource(service);
    }

    /** Waits until both topics and the inbox have reached the end of the logs. */
    void awaitRest(Duration patience) {
        try (Connection mintRows = dataSource(mint).getConnection();
                Connection toyRows = dataSource(toy).getConnection();
                var mintTopic = TopicReader.open(KafkaConfig.of(kafka), mint, 1);
                var toyTopic = TopicReader.open(KafkaConfig.of(kafka), toy, 1)) {
            var await = await().atMost(patience).pollInterval(LOOK_AGAIN);
            await.until(() -> mintTopic.endIndex() >= Rows.lastIndex(mintRows));
            await.until(() -> Rows.nextInput(toyRows, mint) > Rows.lastIndex(mintRows));
            await.until(() -> toyTopic.endIndex() >= Rows.lastIndex(toyRows));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
