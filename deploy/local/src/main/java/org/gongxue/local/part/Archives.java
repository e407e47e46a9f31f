package org.gongxue.local.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacking. */
final class Archives {
    private Archives() {}

    /** Unpacks a zip without its outermost folder. */
    static void unzipInner(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = inside(folder, inner);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }

    /** Where an entry belongs; never outside the folder, whatever its name says. */
    static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("archive entry " + name + " leads out of " + folder);
        }
        return target;
    }
}
