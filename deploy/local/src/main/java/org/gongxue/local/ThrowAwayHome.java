package org.gongxue.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Data folders that live no longer than the program that made them. */
final class ThrowAwayHome {
    private static final String PREFIX = "gongxue-campus-";

    private ThrowAwayHome() {}

    /** A new, empty folder among the system's temporary ones, after clearing away what killed programs left there. */
    static Home make() {
        sweep();
        try {
            return new Home(Files.createTempDirectory(PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the processes of throw-away campuses whose launcher was killed, and removes their folders. */
    static void sweep() {
        for (Path folder : candidates()) {
            var home = new Home(folder);
            if (Files.exists(home.launcherPidFile())
                    && Census.of(home).launcher().isEmpty()) {
                Census.of(home).stopAll();
                Folders.delete(folder);
            }
        }
    }

    private static List<Path> candidates() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String me = System.getProperty("user.name");
        try (var folders = Files.newDirectoryStream(
                temporary,
                path -> path.getFileName().toString().startsWith(PREFIX)
                        && Files.getOwner(path).getName().equals(me))) {
            var mine = new ArrayList<Path>();
            folders.forEach(mine::add);
            return mine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
