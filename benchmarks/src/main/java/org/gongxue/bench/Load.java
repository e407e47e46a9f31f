package org.gongxue.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that hand in one command after another, each as soon as its last one is durable. */
final class Load {

    /**
     * What is to be done.
     *
     * @param database on which
     * @param callers how many at once
     * @param firstLearner the number of the first learner
     * @param learners how many of them, each as likely
     * @param warmMillis time before anything counts
     * @param millis time that counts
     */
    record Order(String database, int callers, int firstLearner, int learners, long warmMillis, long millis) {}

    /**
     * What came of it.
     *
     * @param acknowledged commands that became durable, in all
     * @param perSecond commands a second, within the time that counts
     * @param p50Micros the median time of a command
     * @param p99Micros the time that one in a hundred commands takes longer than
     * @param clientCpuMicros processor time per command, this process
     * @param serverCpuMicros processor time per command, PostgreSQL
     */
    record Result(
            long acknowledged,
            double perSecond,
            double p50Micros,
            double p99Micros,
            double clientCpuMicros,
            double serverCpuMicros) {}

    private final Contender contender;
    private final long serverPid;

    Load(Contender contender, long serverPid) {
        this.contender = contender;
        this.serverPid = serverPid;
    }

    /** Has every learner earn once, so that each has a head, a state, an actor. */
    long prepare(int callers) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        return all(callers, () -> {
                    long done = 0;
                    for (int i = next.getAndIncrement(); i < Work.STREAMS; i = next.getAndIncrement()) {
                        contender.append(Work.learner(i));
                        done++;
                    }
                    return done;
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    Result run(Order order) throws InterruptedException, ExecutionException {
        long from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(order.warmMillis());
        long until = from + TimeUnit.MILLISECONDS.toNanos(order.millis());
        try (var watch = Executors.newSingleThreadExecutor()) {
            Future<double[]> cpu = watch.submit(() -> cpuBetween(from, until));
            List<Calls> calls = all(order.callers(), () -> call(order, from, until));
            long acknowledged = calls.stream().mapToLong(Calls::all).sum();
            long[] nanos = calls.stream()
                    .map(Calls::nanos)
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
            double counted = Math.max(1, nanos.length);
            return new Result(
                    acknowledged,
                    nanos.length * 1000.0 / order.millis(),
                    percentileMicros(nanos, 50),
                    percentileMicros(nanos, 99),
                    cpu.get()[0] / counted,
                    cpu.get()[1] / counted);
        }
    }

    private double[] cpuBetween(long from, long until) throws InterruptedException {
        long self = ProcessHandle.current().pid();
        TimeUnit.NANOSECONDS.sleep(from - System.nanoTime());
        double client = Machine.cpuMicros(self);
        double server = Machine.cpuMicros(serverPid);
        TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
        return new double[] {Machine.cpuMicros(self) - client, Machine.cpuMicros(serverPid) - server};
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers to be merged, never compared
    private record Calls(long all, long[] nanos) {}

    private Calls call(Order order, long from, long until) throws Exception {
        var random = ThreadLocalRandom.current();
        long[] nanos = new long[1 << 12];
        int counted = 0;
        long all = 0;
        for (long begun = System.nanoTime(); begun < until; ) {
            contender.append(Work.learner(order.firstLearner() + random.nextInt(order.learners())));
            long done = System.nanoTime();
            all++;
            if (done >= from && done < until) {
                nanos = counted == nanos.length ? Arrays.copyOf(nanos, 2 * counted) : nanos;
                nanos[counted++] = done - begun;
            }
            begun = done;
        }
        return new Calls(all, Arrays.copyOf(nanos, counted));
    }

    private static <T> List<T> all(int callers, Callable<T> one) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                futures.add(threads.submit(one));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static double percentileMicros(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1000.0;
    }
}
