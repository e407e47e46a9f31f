package org.gongxue.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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

    /**
     * How PostgreSQL differs from what it comes with. Durability stays as it comes: fsync, synchronous_commit and
     * full_page_writes are on.
     */
    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
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
    private @Nullable RunningCampus campus;

    private Parts(Path folder, EmbeddedPostgres postgres, Clock clock) {
        this.folder = folder;
        this.postgres = postgres;
        this.clock = clock;
    }

    /** Starts PostgreSQL in a fresh work folder. */
    static Parts start(Clock clock) throws IOException {
        Path folder = Files.createTempDirectory("gongxue-bench-");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                // As in deploy/local: text is compared byte by byte.
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60));
        SETTINGS.forEach(builder::setServerConfig);
        return new Parts(folder, builder.start(), clock);
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
    public void close() throws IOException {
        if (campus != null) {
            campus.close();
        }
        postgres.close();
        Folders.delete(folder);
    }
}
