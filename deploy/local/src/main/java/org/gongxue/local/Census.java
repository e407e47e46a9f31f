package org.gongxue.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gongxue.local.process.Child;
import org.gongxue.local.process.PidFile;
import org.gongxue.local.process.Shutdown;

/** Which processes of a home run at this moment, by its pid files; whoever started them. */
public final class Census {
    private static final int LAUNCHER_SECONDS = 40;

    private final Home home;
    private final Map<Part, ProcessHandle> living = new EnumMap<>(Part.class);

    private Census(Home home) {
        this.home = home;
    }

    public static Census of(Home home) {
        var census = new Census(home);
        for (Part part : Part.values()) {
            PidFile.read(Child.pidFile(home, part))
                    .flatMap(PidFile::living)
                    .ifPresent(process -> census.living.put(part, process));
        }
        return census;
    }

    public Map<Part, ProcessHandle> living() {
        return Map.copyOf(living);
    }

    public boolean isComplete() {
        return living.keySet().containsAll(Part.standard());
    }

    public boolean isEmpty() {
        return living.isEmpty();
    }

    /** The launcher that looks after the processes in the foreground, if there is one. */
    public Optional<ProcessHandle> launcher() {
        return PidFile.read(home.launcherPidFile()).flatMap(PidFile::living);
    }

    /** Stops everything: the launcher first, which stops its children, then whatever is left. */
    public void stopAll() {
        launcher().ifPresent(launcher -> {
            launcher.destroy();
            launcher.onExit()
                    .completeOnTimeout(launcher, LAUNCHER_SECONDS, TimeUnit.SECONDS)
                    .join();
        });
        Shutdown.stop(living);
        forget();
    }

    /** Removes what is remembered of a run that has ended. */
    void forget() {
        try {
            for (Part part : Part.values()) {
                Files.deleteIfExists(Child.pidFile(home, part));
            }
            Files.deleteIfExists(home.launcherPidFile());
            home.forgetPorts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
