package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator is told of the appender is what happened. */
@Timeout(60)
class PressureTest {
    private static final long HELD_NANOS = 200_000_000;

    private record Told(int requests, long queuedNanos, long lockNanos, long appendNanos) {}

    @Test
    void whoWaitsIsCountedAndWhatABatchTookIsTold() {
        DataSource database = ToyLog.database();
        var told = new CopyOnWriteArrayList<Told>();
        try (var log = ToyLog.open(database)) {
            log.listen((requests, queued, lock, append) -> told.add(new Told(requests, queued, lock, append)));
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            ToyLog.heldUp(database, () -> {
                long begun = System.nanoTime();
                for (int i = 0; i < 7; i++) {
                    outcomes.add(log.submit(submission("c" + i, new ToyCommand.Deposit("a", 1))));
                }
                outcomes.add(log.accept(ToyLog.minted(1, "a", 1)));
                assertThat(log.pressure()).isEqualTo(new Pressure(7, 1, 0));
                while (System.nanoTime() - begun < HELD_NANOS) {
                    Thread.onSpinWait();
                }
            });
            ToyLog.getAll(outcomes);
            assertThat(log.pressure()).isEqualTo(new Pressure(0, 0, 0));
        }
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().requests()).isEqualTo(8);
        assertThat(told.getFirst().queuedNanos()).isGreaterThanOrEqualTo(HELD_NANOS);
        assertThat(told.getFirst().lockNanos()).isGreaterThanOrEqualTo(HELD_NANOS / 2);
        assertThat(told.getFirst().appendNanos()).isPositive().isLessThan(60_000_000_000L);
    }

    @Test
    void whoIsSentAwayIsCounted() {
        DataSource database = ToyLog.database();
        var config = LogConfig.of("toy").withQueueMax(2);
        try (var log = EventLog.open(config, database, new Toy("toy"), List.of())) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            ToyLog.heldUp(database, () -> {
                for (int i = 0; i < 5; i++) {
                    outcomes.add(log.submit(submission("c" + i, new ToyCommand.Deposit("a", 1))));
                }
                assertThat(log.pressure()).isEqualTo(new Pressure(2, 0, 3));
            });
            assertThat(outcomes.subList(2, 5)).allMatch(CompletableFuture::isCompletedExceptionally);
            log.hold("a test");
            assertThat(log.submit(submission("held", new ToyCommand.Deposit("a", 1))))
                    .isCompletedExceptionally();
            assertThat(log.pressure().refused()).isEqualTo(4);
        }
    }

    @Test
    void makingEverythingAgainIsSeen() {
        DataSource database = ToyLog.database();
        try (var log = ToyLog.open(database)) {
            assertThat(log.isRebuilding()).isFalse();
            var seen = CompletableFuture.supplyAsync(() -> {
                while (!log.isRebuilding()) {
                    Thread.onSpinWait();
                }
                return true;
            });
            ToyLog.get(log.submit(submission("c", new ToyCommand.Deposit("a", 1))));
            log.rebuild();
            assertThat(seen.join()).isTrue();
            assertThat(log.isRebuilding()).isFalse();
        }
    }
}
