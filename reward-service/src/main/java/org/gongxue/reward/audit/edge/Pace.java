package org.gongxue.reward.audit.edge;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps all readers of a replay together below a rate, so that the live service keeps its machine. */
final class Pace {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long nanosEach;
    private long freeAtNanos = System.nanoTime();

    private Pace(long nanosEach) {
        this.nanosEach = nanosEach;
    }

    /** @param eventsPerSecondMax null for no limit */
    static Pace of(@Nullable Integer eventsPerSecondMax) {
        return new Pace(eventsPerSecondMax == null ? 0 : NANOS_PER_SECOND / eventsPerSecondMax);
    }

    /** Waits until so many more events may be taken. */
    void await(int events) throws InterruptedException {
        if (nanosEach > 0 && events > 0) {
            TimeUnit.NANOSECONDS.sleep(take(events));
        }
    }

    /** How long to wait from now. */
    private synchronized long take(int events) {
        var now = System.nanoTime();
        var wait = Math.max(0, freeAtNanos - now);
        freeAtNanos = now + wait + events * nanosEach;
        return wait;
    }
}
