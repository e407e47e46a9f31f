package org.gongxue.eventlog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Secret files that a service makes for itself at its first start, readable by its user alone. */
public final class KeyFiles {

    private KeyFiles() {}

    /**
     * The content of a secret file, made first if it is missing. Of several instances starting at once, one makes it
     * and the others read that one's: the file appears whole or not at all.
     */
    public static byte[] readOrCreate(Path file, Supplier<byte[]> fresh) throws IOException {
        if (Files.notExists(file)) {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var draft = Files.createTempFile(
                    directory,
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(draft, fresh.get());
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException madeByAnother) {
                return Files.readAllBytes(file);
            } finally {
                Files.delete(draft);
            }
        }
        return Files.readAllBytes(file);
    }
}
