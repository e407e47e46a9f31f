package org.gongxue.local.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows what is being waited for and for how long: ticking in a terminal; elsewhere a line when a thing is done, and one
 * from time to time while it is not.
 */
public final class Progress {
    /** How a start is shown. */
    public enum Style {
        TICKING,
        LINES,
        SILENT
    }

    private static final int TICK_MILLIS = 200;
    private static final int FIRST_REMINDER_SECONDS = 2;
    private static final int REMINDER_SECONDS = 10;

    private final PrintStream out;
    private final Style style;
    private final List<Step> steps = new ArrayList<>();
    private int drawn;

    public Progress(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** To standard output; ticking when `./campus` saw a terminal there. */
    public static Progress standard() {
        return new Progress(System.out, Boolean.getBoolean("campus.terminal") ? Style.TICKING : Style.LINES);
    }

    public static Progress silent() {
        return new Progress(System.out, Style.SILENT);
    }

    /** Shows elapsed time until the answer is closed. */
    public Ticker ticking() {
        return new Ticker();
    }

    /** A new line of the report. */
    public synchronized Step begin(String name, String doing) {
        var step = new Step(name, doing);
        steps.add(step);
        draw();
        return step;
    }

    private synchronized void tick() {
        if (style == Style.LINES) {
            steps.stream().filter(Step::isDueForReminder).forEach(this::line);
        }
        draw();
    }

    private void line(Step step) {
        if (style == Style.LINES) {
            step.shownAtSeconds = step.seconds();
            out.println(step.text());
        }
    }

    private void draw() {
        if (style != Style.TICKING) {
            return;
        }
        var frame = new StringBuilder();
        if (drawn > 0) {
            frame.append("\033[").append(drawn).append('A');
        }
        steps.forEach(step -> frame.append("\r\033[K").append(step.text()).append('\n'));
        drawn = steps.size();
        out.print(frame);
        out.flush();
    }

    /** One thing that is waited for. */
    public final class Step {
        private final String name;
        private final long begunNanos = System.nanoTime();
        private String doing;
        private boolean done;
        private double seconds;
        private double shownAtSeconds;

        private Step(String name, String doing) {
            this.name = name;
            this.doing = doing;
        }

        /** What it is doing now. */
        public void doing(String now) {
            change(now, false);
        }

        public void done(String result) {
            change(result, true);
        }

        private void change(String now, boolean last) {
            synchronized (Progress.this) {
                seconds = seconds();
                doing = now;
                done = last;
                if (last) {
                    line(this);
                }
                draw();
            }
        }

        private double seconds() {
            return done
                    ? seconds
                    : Duration.ofNanos(System.nanoTime() - begunNanos).toMillis() / 1000.0;
        }

        private boolean isDueForReminder() {
            int patience = shownAtSeconds == 0 ? FIRST_REMINDER_SECONDS : REMINDER_SECONDS;
            return !done && seconds() - shownAtSeconds >= patience;
        }

        private String text() {
            return String.format(Locale.ROOT, "  %-12s %6.1f s  %s", name, seconds(), doing);
        }
    }

    /** Redraws until closed, and then starts a new report. */
    public final class Ticker implements AutoCloseable {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());

        private Ticker() {
            var _ = clock.scheduleAtFixedRate(Progress.this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            clock.shutdownNow();
            synchronized (Progress.this) {
                steps.clear();
                drawn = 0;
            }
        }
    }
}
