package org.gongxue.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
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
     * @throws CampusException if the backup is damaged, or the secrets that open it are not there
     */
    public static Restore run(Path backup, Home home, String moment, Progress.Step step) {
        Digests.checked(backup, step);
        Contents contents = Contents.read(backup);
        if (contents.format() != Contents.FORMAT) {
            throw new CampusException(backup + " has layout " + contents.format() + ", not " + Contents.FORMAT);
        }
        if (!Files.exists(home.secrets().resolve("database-postgres"))) {
            throw new CampusException("the secrets of the campus that was backed up are not in " + home.secrets()
                    + ": bring them there first; without them nobody can open this backup");
        }
        Path data = home.data(Part.POSTGRES);
        Path growing = data.resolveSibling("postgres.growing");
        try {
            Folders.delete(growing);
            copy(backup.resolve(Backup.DATA), growing, step);
            Optional<Path> setAside = Optional.empty();
            if (Files.exists(data)) {
                Path aside = data.resolveSibling("postgres.before-restore-" + moment);
                Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
                setAside = Optional.of(aside);
            }
            Files.move(growing, data, StandardCopyOption.ATOMIC_MOVE);
            return new Restore(contents, setAside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
