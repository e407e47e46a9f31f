package org.gongxue.reward.audit.edge;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayLine;

/** Says four times a second how far a replay is; silence means that the process is gone. */
final class ReplayProgress implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final PrintStream out;
    private final LongAdder eventsRead = new LongAdder();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private final Future<?> ticking;
    private volatile long eventsTotal;
    private volatile long sinceNanos;
    private volatile long untilNanos;

    ReplayProgress(PrintStream out) {
        this.out = out;
        ticking = ticker.scheduleAtFixedRate(() -> say(now()), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Reading begins now. */
    void reading(long total) {
        sinceNanos = System.nanoTime();
        eventsTotal = total;
    }

    /** Everything has been read; what follows no longer counts as reading. */
    void readAll() {
        untilNanos = System.nanoTime();
    }

    /** The count that readers add to. */
    LongAdder eventsRead() {
        return eventsRead;
    }

    ReplayLine.Progress now() {
        var read = eventsRead.sum();
        var until = untilNanos == 0 ? System.nanoTime() : untilNanos;
        var nanos = Math.max(1, until - sinceNanos);
        var perSecond = Math.round((double) read * NANOS_PER_SECOND / nanos);
        return new ReplayLine.Progress(read, eventsTotal, read == 0 ? 0 : perSecond);
    }

    /** The last line. */
    void end(ReplayLine last) {
        close();
        say(last);
    }

    private synchronized void say(ReplayLine line) {
        out.println(ReplayJson.write(line));
        out.flush();
    }

    @Override
    public void close() {
        ticking.cancel(false);
        ticker.close();
    }
}
