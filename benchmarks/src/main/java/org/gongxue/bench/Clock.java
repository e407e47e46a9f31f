package org.gongxue.bench;

import java.time.Duration;
import java.util.Locale;

/** Says on standard error what runs and how long is left, by the planned time of the sections that are still to come. */
final class Clock {
    private Duration later;
    private String section = "";
    private Duration planned = Duration.ZERO;
    private long begunNanos = System.nanoTime();

    Clock(Duration planned) {
        this.later = planned;
    }

    void begin(String name, Duration planned) {
        section = name;
        this.planned = planned;
        later = later.minus(planned);
        begunNanos = System.nanoTime();
        say("begins");
    }

    /** What runs now, in a few words. */
    void say(String what) {
        Duration mine = planned.minusNanos(System.nanoTime() - begunNanos);
        long left = later.plus(mine.isNegative() ? Duration.ZERO : mine).toSeconds();
        System.err.println(
                String.format(Locale.ROOT, "bench: %s: %s (about %d:%02d left)", section, what, left / 60, left % 60));
    }
}
