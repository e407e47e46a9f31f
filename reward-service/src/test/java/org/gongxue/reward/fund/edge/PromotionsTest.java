package org.gongxue.reward.fund.edge;

import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PromotionsTest {

    /** A pool that has no connection to give. */
    private static final class Exhausted extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() {
            asked.incrementAndGet();
            throw new IllegalStateException("no connection");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // no log is needed to find out that nothing can be read
    void theWatchGoesOnWhenTheDatabaseDoesNotAnswer() {
        var database = new Exhausted();
        var promotions = new Promotions(null, database);
        promotions.start(new StartupEvent());
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                promotions.nudge();
                return database.asked.get() >= 3;
            });
        } finally {
            promotions.stop(new ShutdownEvent());
        }
    }
}
