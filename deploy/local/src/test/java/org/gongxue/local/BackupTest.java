package org.gongxue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.gongxue.local.backup.Backup;
import org.gongxue.local.backup.Restore;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.process.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, backed up while it is written to. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackupTest {
    @TempDir
    private Path folder;

    private final AtomicLong acknowledged = new AtomicLong();
    private RunningCampus campus;

    @BeforeEach
    void start() throws SQLException {
        campus = Campus.start(config());
        try (Connection c = campus.postgres().connect("reward");
                var s = c.createStatement()) {
            s.execute("CREATE SCHEMA log");
            s.execute("CREATE TABLE log.event (index bigint PRIMARY KEY, recorded_at timestamptz DEFAULT now())");
        }
    }

    @AfterEach
    void stop() {
        campus.close();
    }

    private CampusConfig config() {
        return new CampusConfig(
                BuiltTree.find(),
                home(),
                Ports.free(),
                CampusConfig.Calendar.SIMULATED,
                EnumSet.of(Part.POSTGRES),
                false,
                Progress.silent());
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Path target() {
        return folder.resolve("kept/backup");
    }

    private Backup backUp() {
        return Backup.take(campus.postgres(), target(), Progress.silent().begin("backup", ""));
    }

    private Restore restore() {
        return restoreWith(campus.postgres().majorVersion());
    }

    private Restore restoreWith(int postgres) {
        return Restore.run(
                target(), home(), postgres, "moment", Progress.silent().begin("restore", ""));
    }

    private void append() {
        try (Connection c = campus.postgres().connect("reward");
                var s = c.prepareStatement("INSERT INTO log.event VALUES (?)")) {
            s.setLong(1, acknowledged.get() + 1);
            s.executeUpdate();
            acknowledged.incrementAndGet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long[] countAndLast() throws SQLException {
        try (Connection c = campus.postgres().connect("reward");
                var s = c.createStatement();
                var row = s.executeQuery("SELECT count(*), coalesce(max(index), 0) FROM log.event")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    @Test
    void aBackupTakenUnderWritesHoldsEveryCommitUpToOneMoment() throws Exception {
        var enough = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                append();
            }
        });
        Awaitility.await().until(() -> acknowledged.get() > 20);
        long before = acknowledged.get();
        Backup backup = backUp();
        long after = acknowledged.get();
        Awaitility.await().until(() -> acknowledged.get() > after + 20);
        enough.set(true);
        writing.join();
        assertThat(after).as("written while the backup ran").isGreaterThan(before);
        assertThat(backup.contents().logs().getLast().lastIndex()).isBetween(before, after + 1);
        campus.close();

        Restore restored = restore();
        campus = Campus.start(config());

        long[] rows = countAndLast();
        assertThat(rows[0]).as("dense").isEqualTo(rows[1]);
        assertThat(rows[1]).isBetween(backup.contents().logs().getLast().lastIndex(), after + 1);
        assertThat(restored.setAside())
                .hasValueSatisfying(
                        aside -> assertThat(aside.resolve("PG_VERSION")).exists());
    }

    @Test
    void aBackupWithoutTheLogWrittenMeanwhileCannotBeOpened() throws Exception {
        append();
        backUp();
        campus.close();
        restore();
        try (var segments = Files.list(home().data(Part.POSTGRES).resolve("pg_wal"))) {
            for (Path segment : segments.toList()) {
                Files.delete(segment);
            }
        }
        assertThatThrownBy(() -> Campus.start(config())).isInstanceOf(CampusException.class);
    }

    @Test
    void aDamagedBackupIsNotRestoredAndThePresentDataStays() throws Exception {
        append();
        backUp();
        campus.close();
        Path file = target().resolve("postgres/PG_VERSION");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, new byte[] {'1', '7', '\n'});
        assertThatThrownBy(this::restore).hasMessageContaining("postgres/PG_VERSION is not what it was");
        Files.delete(file);
        assertThatThrownBy(this::restore).hasMessageContaining("postgres/PG_VERSION is missing");
        Files.write(file, whole);
        Files.write(target().resolve("postgres/more"), whole);
        assertThatThrownBy(this::restore).hasMessageContaining("postgres/more is not in SHA256SUMS");

        campus = Campus.start(config());
        assertThat(countAndLast()).containsExactly(1, 1);
    }

    @Test
    void aBackupIsForItsOwnersEyesAndNeverWrittenOver() throws IOException {
        backUp();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(target().resolve("postgres/PG_VERSION"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::backUp).hasMessageContaining("exists already");
    }

    @Test
    void aBackupWhoseSecretsAreNotThereIsNotRestored() throws IOException {
        backUp();
        campus.close();
        Path password = home().secrets().resolve("database-postgres");
        Files.writeString(password, "of another campus\n");
        assertThatThrownBy(this::restore).hasMessageContaining("secrets");
        Folders.delete(home().secrets());
        assertThatThrownBy(this::restore).hasMessageContaining("secrets");
        assertThat(password).as("made by the check").doesNotExist();
    }

    @Test
    void aBackupOfAnotherPostgresIsNotRestoredAndThePresentDataStays() throws SQLException {
        append();
        backUp();
        int postgres = campus.postgres().majorVersion();
        campus.close();
        assertThatThrownBy(() -> restoreWith(postgres + 1))
                .isInstanceOf(CampusException.class)
                .hasMessageContaining("this is PostgreSQL " + (postgres + 1));
        campus = Campus.start(config());
        assertThat(countAndLast()).containsExactly(1, 1);
    }

    @Test
    void afterARestoreThatWasCutOffNothingStartsOnEmptyData() throws Exception {
        append();
        backUp();
        campus.close();
        Path data = home().data(Part.POSTGRES);
        Files.move(data, data.resolveSibling("postgres.before-restore-cut-off"));
        Files.createDirectory(PostgresServer.restoring(home()));
        assertThatThrownBy(() -> Campus.start(config()))
                .isInstanceOf(CampusException.class)
                .hasMessageContaining("restore again");
        restore();
        campus = Campus.start(config());
        assertThat(countAndLast()).containsExactly(1, 1);
    }

    @Test
    void aRestoredBackupThatCannotBeOpenedSaysHowTheDataOfBeforeComesBack() throws Exception {
        append();
        backUp();
        campus.close();
        Path wal = target().resolve("postgres/pg_wal");
        try (var segments = Files.list(wal)) {
            for (Path segment : segments.toList()) {
                forget(segment);
            }
        }
        var environment = Map.of(
                "CAMPUS_HOME", home().folder().toString(),
                "CAMPUS_PORT", Integer.toString(Ports.free().base()));
        var commands = new Safekeeping(environment, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        assertThatThrownBy(() -> commands.restore(List.of(target().toString())))
                .isInstanceOf(CampusException.class)
                .hasMessageContaining("To have it back, remove " + home().data(Part.POSTGRES));
    }

    /** Takes a file out of the backup and out of its list. */
    private void forget(Path file) throws IOException {
        Files.delete(file);
        Path sums = target().resolve("SHA256SUMS");
        String path = target().relativize(file).toString();
        Files.write(
                sums,
                Files.readAllLines(sums).stream()
                        .filter(line -> !line.endsWith("  " + path))
                        .toList());
    }
}
