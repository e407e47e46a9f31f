package org.gongxue.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What the machine tells about itself. Linux only where it reads {@code /proc}; elsewhere zero. */
final class Machine {
    private static final int SPINS = 20_000_000;
    private static final int SPIN_TRIES = 3;
    private static final int PAGE_BYTES = 8192;
    private static final double TICK_MICROS = 10_000;

    /** Where the four times stand in {@code /proc/<pid>/stat} after the program's name (proc(5)). */
    private static final int USER_TIME = 11;

    private static final int CPU_TIMES = 4;

    /** Takes what is computed, so that it is computed. */
    private static final LongAdder SINK = new LongAdder();

    private Machine() {}

    /** Processor time that a process and all it started, ended or not, have used so far, microseconds; exact to 10 ms. */
    static double cpuMicros(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process -> ownCpuMicros(process.pid()))
                .sum();
    }

    /** Its own, and that of the processes it started that have ended. */
    private static double ownCpuMicros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" +"))
                            .skip(USER_TIME)
                            .limit(CPU_TIMES)
                            .mapToLong(Long::parseLong)
                            .sum()
                    * TICK_MICROS;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** How long a fixed piece of arithmetic takes on every core at once, milliseconds; the median of three. */
    static double spinMillis() throws InterruptedException {
        double[] millis = new double[SPIN_TRIES];
        for (int i = 0; i < SPIN_TRIES; i++) {
            long begun = System.nanoTime();
            int cores = Runtime.getRuntime().availableProcessors();
            var done = new CountDownLatch(cores);
            for (int core = 0; core < cores; core++) {
                Thread.ofPlatform().start(() -> {
                    spin();
                    done.countDown();
                });
            }
            done.await();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis[SPIN_TRIES / 2];
    }

    private static void spin() {
        long x = 88172645463325252L;
        for (int i = 0; i < SPINS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        SINK.add(x);
    }

    /**
     * The time of all cores so far, in ticks, and how much of it the host took away.
     *
     * @param all every tick
     * @param stolen those that another guest of the host had
     */
    record Ticks(long all, long stolen) {
        private static final int STEAL = 7;
        private static final int COUNTED = 8;

        static Ticks now() throws IOException {
            Path stat = Path.of("/proc/stat");
            if (!Files.exists(stat)) {
                return new Ticks(0, 0);
            }
            long[] cpu = Files.readAllLines(stat)
                    .getFirst()
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" +")).skip(1).limit(COUNTED))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Ticks(Arrays.stream(cpu).sum(), cpu[STEAL]);
        }

        /** The share stolen since then. */
        double stolenSince(Ticks then) {
            return all == then.all ? 0 : (stolen - then.stolen) / (double) (all - then.all);
        }
    }

    /** How often a second 8 KiB can be written and made durable one after another, as a commit that waits alone does. */
    static double fsyncsPerSecond(Path folder) throws IOException {
        Path file = folder.resolve("fsync-probe");
        var page = ByteBuffer.allocateDirect(PAGE_BYTES);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            int pages = 0;
            long begun = System.nanoTime();
            long until = begun + TimeUnit.SECONDS.toNanos(2);
            while (System.nanoTime() < until) {
                page.clear();
                channel.write(page, (pages % 1024L) * PAGE_BYTES);
                channel.force(false);
                pages++;
            }
            return pages * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
