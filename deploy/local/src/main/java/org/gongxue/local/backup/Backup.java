package org.gongxue.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongxue.local.CampusException;
import org.gongxue.local.Folders;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.process.Progress;

/**
 * A backup of all databases of a running PostgreSQL, all as of one moment: PostgreSQL's low-level base backup
 * (postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP), spoken over JDBC. Nothing stops for it.
 *
 * @param folder where it lies
 * @param contents what it holds
 * @param files how many files
 * @param size how many bytes, for people
 */
public record Backup(Path folder, Contents contents, int files, String size) {
    /** The data folder within a backup. */
    static final String DATA = "postgres";

    /** What lives in memory only, or of the running server alone: these folders must be there, and empty. */
    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Pattern LEFT_OUT = Pattern.compile(
            "postmaster\\.(pid|opts)|pg_internal\\.init.*|pgsql_tmp.*|(backup_label|tablespace_map)(\\.old)?"
                    + "|backup_manifest|.*\\.tmp");
    private static final String CONTROL = "global/pg_control";
    private static final int CONTROL_ATTEMPTS = 100;
    private static final Pattern WAL_SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final int ANSWER_MILLIS_MAX = 600_000;

    /**
     * Takes a backup into a folder, which is only there once all of it is.
     *
     * @throws CampusException if the folder exists or something cannot be read or written
     */
    public static Backup take(PostgresServer server, Path folder, Progress.Step step) {
        if (Files.exists(folder)) {
            throw new CampusException(folder + " exists already: a backup is never written over");
        }
        Path growing = folder.resolveSibling(folder.getFileName() + ".growing");
        try {
            Folders.delete(growing);
            Files.createDirectories(growing.getParent());
            Files.createDirectory(
                    growing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var digests = new Digests(growing, step);
            Contents contents = new Copying(server, digests, step).run();
            digests.write(Contents.FILE, contents.json());
            digests.seal();
            step.doing("waiting for the disk");
            flush();
            Files.move(growing, folder, StandardCopyOption.ATOMIC_MOVE);
            return new Backup(folder, contents, digests.files(), digests.readable());
        } catch (IOException | SQLException e) {
            throw new CampusException("the backup failed: " + e.getMessage(), e);
        } finally {
            Folders.delete(growing);
        }
    }

    /** Everything at once: two thousand small files, each by itself, take ten times as long. */
    private static void flush() throws IOException {
        try {
            if (new ProcessBuilder("sync").start().waitFor() != 0) {
                throw new IOException("sync failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the disk took the backup", e);
        }
    }

    /** What stands between start and stop of PostgreSQL's backup mode. */
    private static final class Copying {
        private final PostgresServer server;
        private final Digests digests;
        private final Progress.Step step;
        private final Path data;

        Copying(PostgresServer server, Digests digests, Progress.Step step) {
            this.server = server;
            this.digests = digests;
            this.step = step;
            this.data = server.data();
        }

        Contents run() throws IOException, SQLException {
            String takenAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            try (Connection c = server.connect("postgres");
                    Statement s = c.createStatement()) {
                c.setNetworkTimeout(Runnable::run, ANSWER_MILLIS_MAX);
                step.doing("waiting for a checkpoint");
                // Keeps the write-ahead log from the start on; goes with this session.
                s.execute("SELECT pg_create_physical_replication_slot('campus_backup', true, true)");
                String firstSegment = one(s, "SELECT pg_walfile_name(pg_backup_start('campus backup', fast => true))");
                copyData();
                List<Contents.End> ends = Contents.ends(server);
                String lastSegment;
                try (ResultSet stop = s.executeQuery(
                        "SELECT pg_walfile_name(lsn), labelfile, spcmapfile FROM pg_backup_stop(wait_for_archive => false)")) {
                    stop.next();
                    lastSegment = stop.getString(1);
                    digests.write(DATA + "/backup_label", stop.getString(2).getBytes(UTF_8));
                }
                copyWal(firstSegment, lastSegment);
                return new Contents(
                        Contents.FORMAT, takenAt, one(s, "SHOW server_version"), server.secretsMark(), ends);
            }
        }

        private static String one(Statement s, String query) throws SQLException {
            try (ResultSet row = s.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }

        private void copyData() throws IOException {
            try (var links = Files.list(data.resolve("pg_tblspc"))) {
                if (links.findAny().isPresent()) {
                    throw new CampusException("this PostgreSQL has tablespaces, which campus backup does not know");
                }
            }
            Files.walkFileTree(data, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    String name = data.relativize(path).toString();
                    Files.createDirectories(digests.folder().resolve(DATA).resolve(name));
                    return LEFT_EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    String name = data.relativize(path).toString();
                    if (!name.equals(CONTROL)
                            && !LEFT_OUT.matcher(path.getFileName().toString()).matches()) {
                        copyIfStillThere(path, name);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            digests.write(DATA + "/" + CONTROL, control());
        }

        /** A table may be dropped meanwhile; the write-ahead log knows. */
        private void copyIfStillThere(Path file, String name) throws IOException {
            try {
                digests.copy(file, DATA + "/" + name);
            } catch (NoSuchFileException dropped) {
                step.doing("copying; " + name + " went meanwhile");
            }
        }

        /** The one file that the log does not repair: read until two readings agree. */
        private byte[] control() throws IOException {
            byte[] before = Files.readAllBytes(data.resolve(CONTROL));
            for (int attempt = 0; attempt < CONTROL_ATTEMPTS; attempt++) {
                byte[] now = Files.readAllBytes(data.resolve(CONTROL));
                if (Arrays.equals(before, now)) {
                    return now;
                }
                before = now;
            }
            throw new IOException(CONTROL + " never holds still");
        }

        private void copyWal(String first, String last) throws IOException {
            try (var segments = Files.list(data.resolve("pg_wal"))) {
                for (Path segment : segments.toList()) {
                    String name = segment.getFileName().toString();
                    boolean needed = WAL_SEGMENT.matcher(name).matches()
                            && name.compareTo(first) >= 0
                            && name.compareTo(last) <= 0;
                    if (needed || name.endsWith(".history")) {
                        digests.copy(segment, DATA + "/pg_wal/" + name);
                    }
                }
            }
        }
    }
}
