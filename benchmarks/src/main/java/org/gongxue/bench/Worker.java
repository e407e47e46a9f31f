package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.local.process.Programs;

/**
 * A contender in a JVM of its own, so that no contender runs in code that was compiled, or on a heap that was filled, by
 * another. All have the same flags; C2 is on. It stays up, idle, while others have their turn.
 */
final class Worker implements AutoCloseable {
    static final List<String> JVM_FLAGS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final Process process;
    private final Path log;
    private final PrintStream orders;
    private final BufferedReader results;
    private final Map<String, Long> acknowledged = new HashMap<>();

    private Worker(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.results = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static Worker start(Parts parts, Peer peer) throws IOException {
        Path log = parts.folder().resolve(peer + ".log");
        var command = new ArrayList<String>(List.of(Programs.java()));
        command.addAll(JVM_FLAGS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName(),
                peer.name(),
                Integer.toString(parts.port()),
                Long.toString(parts.serverPid())));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Worker(process, log);
    }

    /** Has every learner of a database earn once. */
    void prepare(String database, int callers) throws IOException {
        long done = send(new Load.Order(database, callers, 0, Work.STREAMS, 0, 0), Long.class);
        acknowledged.merge(database, done, Long::sum);
    }

    Load.Result run(Load.Order order) throws IOException {
        Load.Result result = send(order, Load.Result.class);
        acknowledged.merge(order.database(), result.acknowledged(), Long::sum);
        return result;
    }

    /** How many commands were acknowledged on a database. */
    long acknowledged(String database) {
        return acknowledged.getOrDefault(database, 0L);
    }

    private <T> T send(Load.Order order, Class<T> type) throws IOException {
        orders.println(new String(Work.json(order), UTF_8));
        for (String line = results.readLine(); line != null; line = results.readLine()) {
            if (line.startsWith(WorkerMain.RESULT)) {
                return Work.read(line.substring(WorkerMain.RESULT.length()).getBytes(UTF_8), type);
            }
        }
        throw new IOException("a contender ended:\n" + Files.readString(log));
    }

    /** Ends it, in order if it does so soon. */
    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(Duration.ofSeconds(20))) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        results.close();
    }
}
