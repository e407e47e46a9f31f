package org.gongxue.eventlog.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.gongxue.eventlog.testing.TestKafka;

/** A Kafka that may be killed and started again on its data. */
final class KafkaProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    /** A broker that was killed may come back once its session has run out. */
    private static final String SESSION_MILLIS = "1000";

    private final Path folder;
    private final String address;
    private Process process;

    private KafkaProcess(Path folder, String address) throws IOException {
        this.folder = folder;
        this.address = address;
        this.process = launch();
    }

    static KafkaProcess start(Path folder) {
        int port = Programs.freePort();
        var settings = TestKafka.settings(folder.resolve("kafka"), port, Programs.freePort());
        settings.put("broker.session.timeout.ms", SESSION_MILLIS);
        settings.put("broker.heartbeat.interval.ms", "200");
        try {
            try (var out = Files.newBufferedWriter(folder.resolve("kafka.properties"))) {
                settings.store(out, null);
            }
            return new KafkaProcess(folder, "127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(Programs.java(
                        BrokerMain.class, folder.resolve("kafka.properties").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    String address() {
        return address;
    }

    /** Where a partition's segments are. */
    Path partition(String topic, int partition) {
        return folder.resolve("kafka").resolve("data").resolve(topic + "-" + partition);
    }

    KafkaProcess awaitReady() {
        await().atMost(READY_WITHIN).pollInterval(Duration.ofMillis(50)).until(this::isReady);
        return this;
    }

    private boolean isReady() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "default.api.timeout.ms",
                1000,
                "request.timeout.ms",
                1000,
                "reconnect.backoff.max.ms",
                50);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        Signal.KILL.send(process.pid());
    }

    void awaitDeath() {
        process.onExit().join();
    }

    void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        awaitDeath();
    }
}
