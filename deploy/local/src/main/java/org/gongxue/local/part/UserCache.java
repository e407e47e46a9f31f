package org.gongxue.local.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gongxue.local.CampusException;
import org.gongxue.local.Folders;

/** Programs unpacked once for all campuses of this user: `$XDG_CACHE_HOME/gongxue`, by default `~/.cache/gongxue`. */
final class UserCache {
    /** Fills an empty folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private UserCache() {}

    /** The folder of that name, filled on first use. A filling that breaks off leaves nothing behind under the name. */
    static Path folder(String name, Filling filling) {
        Path cache = root();
        Path target = cache.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(cache);
            try (var channel = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.isDirectory(target)) {
                    Path growing = cache.resolve(name + ".growing");
                    Folders.delete(growing);
                    filling.fill(Files.createDirectory(growing));
                    Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return target;
        } catch (IOException e) {
            throw new CampusException("cannot unpack " + name + " into " + cache + ": " + e.getMessage(), e);
        }
    }

    private static Path root() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path caches =
                named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return caches.resolve("gongxue");
    }
}
