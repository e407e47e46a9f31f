package org.gongxue.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** The data folder of one campus (`CAMPUS_HOME`): logs, pid files, secrets and the data of every part. */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder that `CAMPUS_HOME` names, or `.campus` in the source tree. */
    public static Home fromEnvironment(Map<String, String> environment, BuiltTree tree) {
        String named = environment.getOrDefault("CAMPUS_HOME", "").strip();
        return new Home(named.isEmpty() ? tree.root().resolve(".campus") : Path.of(named));
    }

    /** Makes the folders; secrets are for the owner's eyes only. */
    public Home create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
            if (!Files.isDirectory(secrets())) {
                Files.createDirectory(
                        secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return this;
        } catch (IOException e) {
            throw new CampusException("cannot write to CAMPUS_HOME " + folder + ": " + e.getMessage(), e);
        }
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    /** Each day's checkpoint of each log, to be taken out of the house. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Where a part keeps its data. */
    public Path data(Part part) {
        return folder.resolve(part.label());
    }

    /** The ports the running campus was started on, so that later commands find it whatever `CAMPUS_PORT` says. */
    public Optional<Ports> recordedPorts() {
        try {
            return Files.exists(portFile())
                    ? Optional.of(new Ports(
                            Integer.parseInt(Files.readString(portFile()).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(Ports ports) {
        try {
            Files.writeString(portFile(), ports.base() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetPorts() {
        try {
            Files.deleteIfExists(portFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers the program that looks after the processes. */
    Path launcherPidFile() {
        return run().resolve("launcher.pid");
    }

    private Path portFile() {
        return run().resolve("base-port");
    }

    /**
     * Taken by whoever starts or runs this campus; let go when that program ends, however it ends.
     *
     * @throws CampusException when another one holds it
     */
    FileLock lock() {
        try {
            var channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw alreadyStarting();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw alreadyStarting();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CampusException alreadyStarting() {
        return new CampusException("another ./campus is starting or stopping in " + folder
                + ": wait for it, or set CAMPUS_HOME to another folder");
    }
}
