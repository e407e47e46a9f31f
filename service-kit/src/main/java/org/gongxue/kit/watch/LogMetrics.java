package org.gongxue.kit.watch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.boot.LogHouse;

/** What operators see of the log; {@code docs/runbooks/operations.md} says what each means and when to worry. */
@Singleton
class LogMetrics {

    private static final Duration[] STEPS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 20_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final double[] BATCH_STEPS = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    private final LogHouse house;
    private final EventLog<Object> log;
    private final LogStanding standing;
    private final MeterRegistry registry;

    LogMetrics(LogHouse house, EventLog<Object> log, LogStanding standing, MeterRegistry registry) {
        this.registry = registry;
        this.house = house;
        this.log = log;
        this.standing = standing;
    }

    /** At the start and not before: the log opens when its tables are there. */
    void register(@Observes StartupEvent event) {
        gauge("last.index", LogStanding::lastIndex);
        gauge("published.index", LogStanding::publishedIndex);
        gauge("publisher.lag.events", LogStanding::publisherLag);
        gauge("publisher.lag.seconds", LogStanding::publisherLagSeconds);
        gauge("publisher.holder", _ -> house.isPublisher() ? 1 : 0);
        gauge("publisher.stopped", _ -> house.hasFailed("publisher") ? 1 : 0);
        gauge("inbox.stopped", _ -> house.hasFailed("inbox") ? 1 : 0);
        gauge("append.stopped", _ -> house.hasFailed("log") ? 1 : 0);
        gauge("checkpoints.stopped", _ -> house.checkpointFailure().isPresent() ? 1 : 0);
        gauge("parked.inputs", LogStanding::parkedInputs);
        gauge("rebuilding", _ -> log.isRebuilding() ? 1 : 0);
        for (var source : house.sources()) {
            Gauge.builder("gongxue.log.inbox.next.index", standing, s -> s.nextInput(source))
                    .tag("source", source)
                    .register(registry);
            Gauge.builder("gongxue.log.inbox.lag.events", standing, s -> s.inboxLag(source))
                    .tag("source", source)
                    .register(registry);
        }
        queue("commands", l -> l.pressure().commands());
        queue("inputs", l -> l.pressure().inputs());
        FunctionCounter.builder(
                        "gongxue.log.busy.refusals", log, l -> l.pressure().refused())
                .register(registry);
        batches();
    }

    private void batches() {
        var requests = DistributionSummary.builder("gongxue.log.batch.requests")
                .serviceLevelObjectives(BATCH_STEPS)
                .register(registry);
        var queued = timer("queue.wait");
        var locking = timer("lock.wait");
        var appending = timer("append");
        log.listen((count, queuedNanos, lockNanos, appendNanos) -> {
            requests.record(count);
            queued.record(queuedNanos, TimeUnit.NANOSECONDS);
            locking.record(lockNanos, TimeUnit.NANOSECONDS);
            appending.record(appendNanos, TimeUnit.NANOSECONDS);
        });
    }

    private Timer timer(String name) {
        return Timer.builder("gongxue.log." + name)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private void gauge(String name, ToDoubleFunction<LogStanding> value) {
        Gauge.builder("gongxue.log." + name, standing, value).register(registry);
    }

    private void queue(String line, ToDoubleFunction<EventLog<Object>> length) {
        Gauge.builder("gongxue.log.queue.requests", log, length)
                .tag("line", line)
                .register(registry);
    }
}
