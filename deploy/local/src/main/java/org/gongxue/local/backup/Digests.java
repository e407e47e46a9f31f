package org.gongxue.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongxue.local.CampusException;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of every file of a backup, by its path from the backup's folder: the file {@value #FILE}, which {@code
 * sha256sum -c} reads as well.
 */
final class Digests {
    static final String FILE = "SHA256SUMS";

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int DIGEST_CHARS = 64;
    private static final long MIB = 1 << 20;

    private final Path folder;
    private final Progress.Step step;
    private final Map<String, String> byPath = new TreeMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long bytes;

    /** None yet, of files that will lie in this folder. */
    Digests(Path folder, Progress.Step step) {
        this.folder = folder;
        this.step = step;
    }

    /**
     * Checks every file of a backup.
     *
     * @throws CampusException if one is missing, differs, or is not in the list
     */
    static Digests checked(Path folder, Progress.Step step) {
        Map<String, String> listed = list(folder);
        var digests = new Digests(folder, step);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                if (!path.equals(FILE)) {
                    digests.check(path, listed.get(path));
                }
            }
        } catch (IOException e) {
            throw new CampusException("cannot read " + folder + ": " + e.getMessage(), e);
        }
        var missing = new TreeSet<>(listed.keySet());
        missing.removeAll(digests.byPath.keySet());
        if (!missing.isEmpty()) {
            throw damaged(folder, missing.first() + " is missing");
        }
        return digests;
    }

    private void check(String path, @Nullable String listed) throws IOException {
        if (listed == null) {
            throw damaged(folder, path + " is not in " + FILE);
        }
        try (FileChannel source = FileChannel.open(folder.resolve(path))) {
            String digest = digest(source, null);
            if (!digest.equals(listed)) {
                throw damaged(folder, path + " is not what it was");
            }
            byPath.put(path, digest);
        }
    }

    private static Map<String, String> list(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CampusException(folder + " is no backup: it has no " + FILE);
        }
        try {
            var listed = new TreeMap<String, String>();
            for (String line : Files.readAllLines(file)) {
                if (line.length() <= DIGEST_CHARS + 2) {
                    throw damaged(folder, FILE + " is cut short");
                }
                listed.put(line.substring(DIGEST_CHARS + 2), line.substring(0, DIGEST_CHARS));
            }
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CampusException damaged(Path folder, String what) {
        return new CampusException("the backup in " + folder + " is damaged: " + what);
    }

    /** Copies a file to a path in the folder and remembers its digest; only its owner may read the copy. */
    void copy(Path source, String path) throws IOException {
        try (FileChannel in = FileChannel.open(source)) {
            Path target = folder.resolve(path);
            Files.createDirectories(target.getParent());
            try (FileChannel out = create(target)) {
                byPath.put(path, digest(in, out));
            }
        }
    }

    /** Writes a file and remembers its digest. */
    void write(String path, byte[] content) throws IOException {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        try (FileChannel out = create(target)) {
            out.write(ByteBuffer.wrap(content));
        }
        byPath.put(path, HexFormat.of().formatHex(sha256().digest(content)));
        bytes += content.length;
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private String digest(FileChannel in, @Nullable FileChannel copy) throws IOException {
        MessageDigest sha256 = sha256();
        while (in.read(buffer.clear()) >= 0) {
            buffer.flip();
            bytes += buffer.remaining();
            sha256.update(buffer.duplicate());
            while (copy != null && buffer.hasRemaining()) {
                copy.write(buffer);
            }
            step.doing((copy == null ? "checking, " : "copying, ") + readable());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Writes the list itself, last of all. */
    void seal() throws IOException {
        var lines = new StringBuilder();
        byPath.forEach(
                (path, digest) -> lines.append(digest).append("  ").append(path).append('\n'));
        Files.writeString(folder.resolve(FILE), lines);
    }

    Path folder() {
        return folder;
    }

    int files() {
        return byPath.size();
    }

    /** How many bytes went by, for people. */
    String readable() {
        return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MIB);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
