package org.gongxue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.gongxue.local.backup.Backup;
import org.gongxue.local.backup.Restore;
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
        return Restore.run(target(), home(), "moment", Progress.silent().begin("restore", ""));
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
        Folders.delete(home().secrets());
        assertThatThrownBy(this::restore).hasMessageContaining("secrets");
    }
}
