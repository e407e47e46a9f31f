package org.gongxue.kit.rebuild;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gongxue.eventlog.EventLog;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The last rebuild of this instance: one at a time, on a thread of its own. */
@Singleton
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);

    /**
     * How a rebuild stands.
     *
     * @param state {@code none} since this instance was started, {@code running}, {@code done} or {@code failed}
     * @param startedAt when it began
     * @param endedAt when it ended
     */
    record Rebuild(
            String state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    private final EventLog<Object> log;
    private final AtomicReference<Rebuild> last = new AtomicReference<>(new Rebuild("none", null, null));

    Rebuilding(EventLog<Object> log) {
        this.log = log;
    }

    Rebuild last() {
        return last.get();
    }

    /** Starts one; false if one is running. */
    boolean start() {
        Rebuild before = last.get();
        Instant now = now();
        if (before.state().equals("running") || !last.compareAndSet(before, new Rebuild("running", now, null))) {
            return false;
        }
        Thread.ofPlatform().name("log-rebuild").start(() -> run(now));
        return true;
    }

    private void run(Instant startedAt) {
        String state = "failed";
        try {
            log.rebuild();
            state = "done";
            LOG.infof("heads and read models were made again in %s", Duration.between(startedAt, now()));
        } catch (RuntimeException e) {
            LOG.error("heads and read models could not be made again; those in use stay", e);
        } finally {
            last.set(new Rebuild(state, startedAt, now()));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
