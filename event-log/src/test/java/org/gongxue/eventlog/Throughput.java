package org.gongxue.eventlog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * Prints how many commands a second become durable, with fsync on: a command of some 300 bytes on one of 10,000 streams,
 * or all of them on one. A program to run by hand, not a test.
 */
final class Throughput {
    private static final long WARM_MILLIS = 3_000;
    private static final long MEASURE_MILLIS = 5_000;
    private static final String TEXT = "x".repeat(100);

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var dataSource = server.getPostgresDatabase();
            var config = LogConfig.of("toy");
            try (var log = EventLog.open(config, dataSource, new Toy("toy"), List.of())) {
                for (boolean hot : new boolean[] {false, true}) {
                    for (int callers : new int[] {1, 32, 128}) {
                        measure(log, callers, hot);
                    }
                }
            }
        }
    }

    private static void measure(EventLog<ToyCommand> log, int callers, boolean hot) throws InterruptedException {
        long from = System.nanoTime() + WARM_MILLIS * 1_000_000;
        long until = from + MEASURE_MILLIS * 1_000_000;
        var count = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.startVirtualThread(() -> call(log, hot, from, until, count)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "%3d callers, %s: %,d commands/s%n",
                callers, hot ? "one hot stream" : "10,000 streams", count.get() * 1000 / MEASURE_MILLIS);
    }

    private static void call(EventLog<ToyCommand> log, boolean hot, long from, long until, AtomicLong count) {
        var random = ThreadLocalRandom.current();
        long now = System.nanoTime();
        while (now < until) {
            String account = hot ? "hot" : "a" + random.nextInt(10_000);
            var command = new ToyCommand.Deposit(account + TEXT, 1);
            var id = new UUID(random.nextLong(), random.nextLong());
            ToyLog.get(log.submit(new Submission<>(
                    ToyLog.PRINCIPAL, id, new byte[32], ToyLog.PRINCIPAL, null, ToyLog.MOMENT, command)));
            now = System.nanoTime();
            if (now >= from && now < until) {
                count.incrementAndGet();
            }
        }
    }
}
