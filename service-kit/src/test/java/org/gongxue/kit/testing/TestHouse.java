package org.gongxue.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.testing.TestPostgres;

/**
 * What a service stands on in a {@code @QuarkusTest}: a real PostgreSQL with a database of its own, a real Kafka, and
 * tokens of {@link Tokens}. Use with {@code @QuarkusTestResource(TestHouse.class)}.
 */
public final class TestHouse implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                TestPostgres.database().url(),
                "quarkus.datasource.username",
                TestPostgres.USER,
                "quarkus.datasource.password",
                TestPostgres.USER,
                "gongxue.kafka",
                TestKafka.bootstrapServers(),
                "gongxue.log.keys",
                keys(),
                "quarkus.http.test-port",
                "0",
                "quarkus.oidc.public-key",
                Tokens.publicKey());
    }

    private static String keys() {
        try {
            return Files.createTempDirectory("log-keys").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // Both servers live until the test JVM ends; each start takes a fresh database.
    }
}
