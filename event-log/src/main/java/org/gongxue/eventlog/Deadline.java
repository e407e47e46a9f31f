package org.gongxue.eventlog;

import java.time.Duration;

/** Until when a batch is worth trying, however often it is divided. */
final class Deadline {
    private final long endNanos;

    Deadline(Duration patience) {
        endNanos = System.nanoTime() + patience.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - endNanos > 0;
    }
}
