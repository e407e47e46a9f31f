package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the machine was left alone: before each round a fixed piece of arithmetic on every core, and the time that the
 * host took away meanwhile. A round is disturbed when the host took more than {@value #STOLEN_MAX} of it, or when the
 * arithmetic took more than {@value #SPIN_MAX} times as long as it took at best in this run and went on doing so. After a
 * round it is noted, but proves nothing: compilers and collectors of whoever was measured are still at work.
 */
final class Quiet {
    static final double STOLEN_MAX = 0.05;
    static final double SPIN_MAX = 1.25;

    /** A run in which a larger share of rounds is disturbed does not count. */
    static final double DISTURBED_MAX = 0.2;

    private static final int WAITS = 20;

    private double best = Double.MAX_VALUE;

    /** A round, as it is being done. */
    static final class Round {
        private final double spinBefore;
        private final Machine.Ticks ticks;

        private Round(double spinBefore, Machine.Ticks ticks) {
            this.spinBefore = spinBefore;
            this.ticks = ticks;
        }

        /** Ends the round; what the machine was like, for the raw results. */
        ObjectNode end() throws IOException, InterruptedException {
            double stolen = Machine.Ticks.now().stolenSince(ticks);
            double spinAfter = Machine.spinMillis();
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("spinBeforeMillis", spinBefore)
                    .put("spinAfterMillis", spinAfter)
                    .put("stolen", stolen)
                    .put("load", load());
        }
    }

    /** Waits until the machine is quiet, for a while: what the round before leaves to do is not this one's. */
    Round begin() throws IOException, InterruptedException {
        double spin = Machine.spinMillis();
        best = Math.min(best, spin);
        for (int i = 0; i < WAITS && spin > best * SPIN_MAX; i++) {
            spin = Machine.spinMillis();
            best = Math.min(best, spin);
        }
        return new Round(spin, Machine.Ticks.now());
    }

    /** How many processes wanted to run, on average over the last minute. */
    static double load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Double.parseDouble(Files.readString(file).split(" ", 2)[0]) : 0;
    }
}
