package org.gongxue.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.gongxue.local.CampusException;
import org.gongxue.local.Folders;
import org.gongxue.local.Home;
import org.gongxue.local.Part;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.process.Progress;

/**
 * A backup put back in place of PostgreSQL's data, which is set aside and never removed.
 *
 * @param contents what the backup says it holds
 * @param setAside where the data of before went; empty if there was none
 */
public record Restore(Contents contents, Optional<Path> setAside) {

    /**
     * Checks the backup first. The campus must be down.
     *
     * @param postgres the major version of the PostgreSQL that will open the data
     * @throws CampusException if the backup is damaged, the secrets here do not open it, or another PostgreSQL wrote it; then
     *     nothing was moved
     */
    public static Restore run(Path backup, Home home, int postgres, String moment, Progress.Step step) {
        Digests.checked(backup, step);
        Contents contents = Contents.read(backup);
        requireOpens(backup, contents, home, postgres);
        Path data = home.data(Part.POSTGRES);
        Path growing = PostgresServer.restoring(home);
        Path aside = data.resolveSibling("postgres.before-restore-" + moment);
        try {
            Folders.delete(growing);
            copy(backup.resolve(Backup.DATA), growing, step);
            boolean replaces = Files.exists(data);
            if (replaces) {
                Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(growing, data, StandardCopyOption.ATOMIC_MOVE);
            return new Restore(contents, replaces ? Optional.of(aside) : Optional.empty());
        } catch (IOException e) {
            String undo = Files.exists(aside) ? "\n" + undo(aside, home) : "";
            throw new CampusException("the restore failed: " + e.getMessage() + undo, e);
        }
    }

    private static void requireOpens(Path backup, Contents contents, Home home, int postgres) {
        if (contents.format() != Contents.FORMAT) {
            throw new CampusException(backup + " has layout " + contents.format() + ", not " + Contents.FORMAT);
        }
        if (PostgresServer.major(contents.postgres()) != postgres) {
            throw new CampusException(
                    "PostgreSQL " + contents.postgres() + " wrote " + backup + ", and this is PostgreSQL " + postgres
                            + ", which cannot open it: restore it with the release that it was taken with");
        }
        boolean there = Files.exists(home.secrets().resolve("database-postgres"));
        if (!there || !new Secrets(home.secrets()).mark().equals(contents.secrets())) {
            throw new CampusException("the secrets of the campus that was backed up are not in " + home.secrets()
                    + ": bring them there first; without them nobody can open this backup");
        }
    }

    /** How the data of before comes back. */
    public static String undo(Path setAside, Home home) {
        return "The data of before is in " + setAside + ". To have it back, remove " + home.data(Part.POSTGRES)
                + " if it is there, and rename " + setAside + " to that.";
    }

    private static void copy(Path source, Path target, Progress.Step step) throws IOException {
        Files.createDirectory(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var digests = new Digests(target, step);
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(path)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                digests.copy(path, source.relativize(path).toString());
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
