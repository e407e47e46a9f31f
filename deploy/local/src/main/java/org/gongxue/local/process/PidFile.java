package org.gongxue.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A started process as it is remembered on disk. A pid alone may by now belong to a stranger; with its start time and
 * its program it is recognized.
 *
 * @param pid the system's number for it
 * @param startedAt when the system says it was started
 * @param executable file name of the program it runs
 */
public record PidFile(long pid, Instant startedAt, String executable) {
    /** The system derives start times from its boot time, which moves a little when the clock is set. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

    /** Remembers a process that was just started. */
    public static PidFile of(ProcessHandle process, String executable) {
        return new PidFile(process.pid(), process.info().startInstant().orElseGet(Instant::now), executable);
    }

    /** What a file says; empty when there is none or it was cut short by a crash. */
    public static Optional<PidFile> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(new PidFile(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path file) {
        try {
            Files.write(file, List.of(Long.toString(pid), startedAt.toString(), executable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs and is the one that was remembered. */
    public Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        boolean sameStart = process.info()
                .startInstant()
                .map(started -> Duration.between(started, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
        boolean sameProgram = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().equals(executable))
                .orElse(true);
        return sameStart && sameProgram;
    }
}
