package org.gongxue.eventlog.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that keeps its promises (fsync is on) and may be killed, all of it at once, and started again. */
final class PostgresProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Path folder;
    private final int port = Programs.freePort();
    private Process postmaster;

    private PostgresProcess(Path folder) throws IOException {
        this.folder = folder;
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + TestPostgres.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C");
        this.postmaster = launch();
    }

    static PostgresProcess start(Path folder) {
        try {
            return new PostgresProcess(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... command) throws IOException {
        Process process = command(command);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command[0] + " failed, see " + log());
        }
    }

    private Process launch() throws IOException {
        return command(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                // A commit takes as long as on a slow disk, so that a kill can be aimed at one.
                "-c",
                "commit_delay=2000",
                "-c",
                "commit_siblings=0",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "max_connections=60");
    }

    /** PostgreSQL does not run as root: root runs it in a user namespace of its own, where it is nobody. */
    private Process command(String... command) throws IOException {
        var line = new ArrayList<String>();
        if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(TestPostgres.programs().resolve(command[0]).toString());
        line.addAll(List.of(command).subList(1, command.length));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    Path data() {
        return folder.resolve("postgres");
    }

    /** Waits until it answers; one that still finds traces of the killed one is started again. */
    PostgresProcess awaitReady() {
        await().atMost(READY_WITHIN).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!postmaster.isAlive()) {
                postmaster = launch();
            }
            try (Connection c = dataSource(TestPostgres.USER).getConnection()) {
                return c.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        });
        return this;
    }

    DataSource createDatabase(String name) {
        try (Connection c = dataSource(TestPostgres.USER).getConnection();
                Statement s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dataSource(name);
    }

    DataSource dataSource(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        return dataSource;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + TestPostgres.USER
                + "&sslmode=disable&gssEncMode=disable";
    }

    int port() {
        return port;
    }

    /** Every process of it now: the youngest first, which serve, and last the postmaster, which would start others. */
    long[] processes() {
        var all = new ArrayList<Long>();
        all.add(postmaster.pid());
        postmaster.descendants().map(ProcessHandle::pid).sorted().forEach(all::add);
        return all.reversed().stream().mapToLong(Long::longValue).toArray();
    }

    void awaitDeath(long[] processes) {
        postmaster.onExit().join();
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> LongStream.of(processes).allMatch(pid -> Signal.state(pid) == Signal.DEAD));
    }

    void startAgain() {
        try {
            postmaster = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        long[] processes = processes();
        LongStream.of(processes).forEach(Signal.KILL::send);
        awaitDeath(processes);
    }
}
