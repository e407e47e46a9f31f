package org.gongxue.eventlog.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker for tests: started in this process once per JVM when first asked for. */
public final class TestKafka {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestKafka() {}

    private static final class Broker {
        static final String ADDRESS = start();

        private static String start() {
            var thread = Thread.currentThread();
            var loader = thread.getContextClassLoader();
            // Kafka looks up classes by name through the thread: give it the loader it was itself loaded by.
            thread.setContextClassLoader(TestKafka.class.getClassLoader());
            try {
                Path directory = Files.createTempDirectory("kafka");
                int port = freePort();
                var settings = settings(directory, port, freePort());
                Path file = directory.resolveSibling(directory.getFileName() + ".properties");
                try (var out = Files.newBufferedWriter(file)) {
                    settings.store(out, null);
                }
                String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
                StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
                var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
                server.startup();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory, file)));
                return "127.0.0.1:" + port;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                thread.setContextClassLoader(loader);
            }
        }

        /** The broker ends with the JVM: a graceful end would hold the exit up for half a minute. */
        private static void remove(Path directory, Path file) {
            Exit.setHaltProcedure((status, message) -> {}); // a broker that misses its files would fail the JVM
            try (var paths = Files.walk(directory)) {
                for (Path path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }

    /** What a broker and controller in one, on this machine, with a folder of its own, is set up with. */
    public static Properties settings(Path directory, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", directory.resolve("data").toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }

    /** The broker's address, {@code host:port}. */
    public static String bootstrapServers() {
        return Broker.ADDRESS;
    }

    /** A service name that no other test of this JVM uses, so that its topic is fresh. */
    public static String freshService(String stem) {
        return stem + "-" + NAMES.incrementAndGet();
    }
}
