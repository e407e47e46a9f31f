package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 1, 2 and 3 with connections that break, and with an appender that does without the lock. */
@Timeout(90)
class SeveralInstancesTest {
    private static final int COUNT = 3000;

    private final Toy toy = new Toy("toy");

    @Test
    void connectionsThatBreakLoseNothing() throws Exception {
        DataSource database = ToyLog.database();
        try (var log = ToyLog.open(database)) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < COUNT; i++) {
                outcomes.add(log.submit(submission("d" + i, new ToyCommand.Deposit("account-" + i % 10, 1))));
                if (i % 500 == 250) {
                    ToyLog.get(outcomes.get(i - 200));
                    breakOtherConnections(database);
                }
            }
            assertThat(ToyLog.getAll(outcomes))
                    .allSatisfy(o -> assertThat(o.repeated()).isFalse());
        }
        assertWhole(database);
    }

    private static void breakOtherConnections(DataSource database) {
        ToyLog.sql(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    @Test
    void aCommitWhoseReplyIsLostIsAnsweredAsWhatItWas() throws Exception {
        DataSource database = ToyLog.database();
        try (var log = ToyLog.open(new LossyDataSource(database, true).dataSource())) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < COUNT; i++) {
                outcomes.add(log.submit(submission("d" + i, new ToyCommand.Deposit("account-" + i % 10, 1))));
            }
            assertThat(ToyLog.getAll(outcomes)).allSatisfy(o -> {
                assertThat(o.accepted()).isTrue();
                assertThat(o.repeated()).isFalse();
            });
            assertThat(outcomes.stream().map(o -> ToyLog.get(o).lastIndex()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, COUNT).boxed().toList());
        }
        assertWhole(database);
    }

    @Test
    void aCommitThatNeverArrivedIsDoneAgain() throws Exception {
        DataSource database = ToyLog.database();
        try (var log = ToyLog.open(new LossyDataSource(database, false).dataSource())) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < COUNT; i++) {
                outcomes.add(log.submit(submission("d" + i, new ToyCommand.Deposit("account-" + i % 10, 1))));
            }
            assertThat(ToyLog.getAll(outcomes))
                    .allSatisfy(o -> assertThat(o.repeated()).isFalse());
        }
        assertWhole(database);
    }

    @Test
    void anAppenderWithoutTheLockIsOvertakenAndNothingBreaks() throws Exception {
        DataSource database = ToyLog.database();
        var elsewhere = new LogConfig(
                "toy", 64, 8192, 16384, 1000, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(20), 4711);
        try (var log = ToyLog.open(database);
                var unlocked = ToyLog.open(database, toy, elsewhere)) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < 60; i++) {
                var which = i % 2 == 0 ? log : unlocked;
                outcomes.add(which.submit(submission("d" + i, new ToyCommand.Deposit("account-" + i % 10, 1))));
            }
            long accepted =
                    outcomes.stream().filter(SeveralInstancesTest::isAccepted).count();
            assertThat(ToyLog.events(database)).hasSize((int) accepted);
            assertThat(Balances.all(database).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(accepted);
        }
    }

    private static boolean isAccepted(CompletableFuture<Outcome> outcome) {
        try {
            return ToyLog.get(outcome).accepted();
        } catch (CommandFailedException overtakenTooOften) {
            return false;
        }
    }

    private void assertWhole(DataSource database) throws Exception {
        assertThat(ToyLog.events(database).stream().map(Envelope::index))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, COUNT).boxed().toList());
        assertThat(Balances.all(database).values()).hasSize(10).allMatch(coins -> coins == COUNT / 10);
        try (Connection c = database.getConnection()) {
            for (int i = 0; i < 10; i++) {
                var stream = toy.account().id("account-" + i);
                assertThat(Fold.stream(c, Rules.of(toy, LogConfig.of("toy")), stream)
                                .version())
                        .isEqualTo(COUNT / 10);
            }
        }
    }
}
