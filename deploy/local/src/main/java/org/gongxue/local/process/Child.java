package org.gongxue.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongxue.local.CampusException;
import org.gongxue.local.Home;
import org.gongxue.local.Part;

/** One started process of the campus, with its log and pid file. */
public final class Child {
    /** How much of a log is shown when its process died. */
    private static final int TAIL_LINES = 20;

    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ");

    private final Part part;
    private final Path log;
    private final Process process;
    private volatile boolean leaving;

    private Child(Part part, Path log, Process process) {
        this.part = part;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a program in a session of its own, so that a Ctrl-C in the terminal reaches the launcher alone and the
     * launcher decides in which order its children stop.
     */
    public static Child start(Part part, Launch launch, Home home) {
        List<String> command = new ArrayList<>();
        if (Programs.isInstalled("setsid")) {
            command.add("setsid");
        }
        command.addAll(launch.command());
        Path log = home.log(part);
        var builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> inherited = Map.copyOf(builder.environment());
        builder.environment().clear();
        INHERITED.stream()
                .filter(inherited::containsKey)
                .forEach(name -> builder.environment().put(name, inherited.get(name)));
        builder.environment().putAll(launch.environment());
        try {
            Process process = builder.start();
            PidFile.of(process.toHandle(), part.executable()).write(pidFile(home, part));
            return new Child(part, log, process);
        } catch (IOException e) {
            throw new CampusException("cannot start " + part.label() + ": " + e.getMessage(), e);
        }
    }

    public static Path pidFile(Home home, Part part) {
        return home.run().resolve(part.label() + ".pid");
    }

    /** Sets the log of an earlier run aside, so that what is in the log is of this one. */
    public static void setLogAside(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName().toString().replace(".log", ".previous.log")),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Part part() {
        return part;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** From now on its end is wanted, and no failure. */
    public void expectEnd() {
        leaving = true;
    }

    /** Tells about an end that nobody asked for, with a report of it. */
    public void onUnexpectedEnd(Consumer<String> told) {
        var _ = process.onExit().thenAccept(_ -> {
            if (!leaving) {
                told.accept(endReport());
            }
        });
    }

    /** Which process ended how, with the last lines it wrote. */
    public String endReport() {
        if (leaving) {
            return part.label() + " was stopped";
        }
        return part.label() + " ended with exit code " + process.exitValue() + "; the last lines of " + log + ":\n"
                + tail();
    }

    /** The last lines of its log, indented. */
    public String tail() {
        try {
            // Not as strict UTF-8: a process that dies may leave half a character behind.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                            .map(line -> "    " + line)
                            .toList());
        } catch (IOException e) {
            return "    (cannot read " + log + ": " + e.getMessage() + ")";
        }
    }

    /** Waits for the end, however long it takes; the exit code. */
    public int awaitEnd() {
        return process.onExit().join().exitValue();
    }

    /** Waits for the end, at most so long. */
    public boolean awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(Duration.ofMillis(millis));
    }
}
