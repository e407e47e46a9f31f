package org.gongxue.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.Folders;
import org.gongxue.local.Part;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/** What a run works on: one PostgreSQL, one Kafka once somebody asks for it, a work folder. All of it goes with the run. */
final class Parts implements AutoCloseable {

    /** How PostgreSQL differs from what it comes with. A commit is durable, and the page images that make it so are kept. */
    static final Map<String, String> SETTINGS = Map.of(
            // The embedded server would turn these two off.
            "fsync", "on",
            "synchronous_commit", "on",
            "max_connections", "200",
            "unix_socket_directories", "",
            // A quarter of a small server's memory, as PostgreSQL's manual advises (chapter 19.4.1).
            "shared_buffers", "1GB",
            // So that no contender meets a checkpoint forced by volume that another one has caused (chapter 28.5).
            "max_wal_size", "16GB",
            "checkpoint_timeout", "15min",
            "jit", "off");

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Clock clock;
    private final Quiet quiet = new Quiet();
    private final Thread hook = new Thread(this::clear, "bench-close");
    private @Nullable RunningCampus campus;

    private Parts(Path folder, EmbeddedPostgres postgres, Clock clock) {
        this.folder = folder;
        this.postgres = postgres;
        this.clock = clock;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts PostgreSQL in a fresh work folder. */
    static Parts start(Clock clock) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("gongxue-bench-");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                // As in deploy/local: text is compared byte by byte.
                .setLocaleConfig("locale", "C")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60));
        SETTINGS.forEach(builder::setServerConfig);
        var parts = new Parts(folder, builder.start(), clock);
        parts.assertDurable();
        return parts;
    }

    private void assertDurable() throws SQLException {
        long on = existing("postgres")
                .number(
                        "SELECT count(*) FROM pg_settings WHERE setting = 'on' AND name IN ('fsync', 'synchronous_commit',"
                                + " 'full_page_writes')");
        if (on != 3) {
            throw new IllegalStateException("PostgreSQL would not make commits durable");
        }
    }

    /** PostgreSQL's port on 127.0.0.1. */
    int port() {
        return postgres.getPort();
    }

    /** PostgreSQL's first process. */
    long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A fresh, empty database; one of the same name is dropped. */
    Database database(String name) throws SQLException {
        var server = new Database(postgres.getPort(), "postgres");
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name);
        return new Database(postgres.getPort(), name);
    }

    /** One that {@link #database} has made. */
    Database existing(String name) {
        return new Database(postgres.getPort(), name);
    }

    /** The address of a Kafka in a process of its own, started when first asked for. */
    String kafka() {
        if (campus == null) {
            var progress = new Progress(System.err, Progress.Style.SILENT);
            campus = Campus.start(
                    CampusConfig.throwAway(System.getenv(), progress).only(EnumSet.of(Part.KAFKA)));
        }
        return "127.0.0.1:" + campus.ports().of(Part.KAFKA);
    }

    /** Where anything may be put; removed when the run ends. */
    Path folder() {
        return folder;
    }

    /** Watches whether the machine is left alone. */
    Quiet quiet() {
        return quiet;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        clear();
    }

    /** Ends everything at once, without a last checkpoint: what it would write is thrown away. */
    private void clear() {
        if (campus != null) {
            campus.close();
        }
        try {
            long pid = serverPid();
            new ProcessBuilder("kill", "-s", "QUIT", Long.toString(pid)).start().waitFor();
            ProcessHandle.of(pid).ifPresent(server -> server.onExit().join());
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
