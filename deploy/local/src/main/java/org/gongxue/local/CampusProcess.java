package org.gongxue.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gongxue.local.part.CampusPart;
import org.gongxue.local.process.Child;
import org.jspecify.annotations.Nullable;

/** One process of a campus that this program started. */
public final class CampusProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int POLL_MILLIS = 100;

    private final CampusPart part;
    private final Home home;
    private final CompletableFuture<String> unexpectedEnd;
    private volatile @Nullable Child child;

    CampusProcess(CampusPart part, Home home, CompletableFuture<String> unexpectedEnd) {
        this.part = part;
        this.home = home;
        this.unexpectedEnd = unexpectedEnd;
    }

    public String name() {
        return part.part().label();
    }

    public Path log() {
        return home.log(part.part());
    }

    public boolean isAlive() {
        Child current = child;
        return current != null && current.isAlive();
    }

    /** The running or last process. */
    public ProcessHandle handle() {
        return current().handle();
    }

    /**
     * Ends it at once, as a power cut would: SIGKILL, no chance to write anything. Returns when it is gone with its own
     * children: PostgreSQL's backends notice their master's end by themselves and hold its memory until then.
     */
    public void kill9() {
        Child current = current();
        List<ProcessHandle> family = Stream.concat(
                        Stream.of(current.handle()), current.handle().descendants())
                .toList();
        current.expectEnd();
        current.handle().destroyForcibly();
        family.forEach(member -> member.onExit().join());
    }

    /**
     * Starts the same program again on the same data and returns when it is ready.
     *
     * @throws CampusException when it still runs, ends at once or does not become ready
     */
    public void restart() {
        if (isAlive()) {
            throw new CampusException(name() + " still runs");
        }
        start();
        awaitReady(() -> false);
    }

    void start() {
        Child started = Child.start(part.part(), part.launch(), home);
        child = started;
        started.onUnexpectedEnd(unexpectedEnd::complete);
    }

    /** Returns when it is ready; breaks off when waiting has become pointless. */
    void awaitReady(BooleanSupplier givingUp) {
        Child current = current();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (current.isAlive() && !part.isReady()) {
                if (givingUp.getAsBoolean()) {
                    throw new CampusException("given up waiting for " + name());
                }
                if (System.nanoTime() > deadline) {
                    throw new CampusException(name() + " is not ready after " + PATIENCE.toSeconds()
                            + " s; the last lines of " + log() + ":\n" + current.tail());
                }
                current.awaitEnd(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampusException("interrupted while waiting for " + name(), e);
        }
        if (!current.isAlive()) {
            throw new CampusException(current.endReport());
        }
    }

    void expectEnd() {
        Child current = child;
        if (current != null) {
            current.expectEnd();
        }
    }

    private Child current() {
        Child current = child;
        if (current == null) {
            throw new CampusException(name() + " was never started");
        }
        return current;
    }
}
