package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that stands still longer than a transaction may take: nobody's fault, and nobody pays for it. */
@Timeout(90)
class StallTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;

    private final DataSource database = ToyLog.database();
    private final AtomicInteger connections = new AtomicInteger();
    private EventLog<ToyCommand> log;

    private EventLog<ToyCommand> open(Duration patience) {
        var limits = LogConfig.of("toy");
        var quick = new LogConfig(
                "toy", 64, 8192, 16384, 1000, 1 << 20, Duration.ofMillis(200), patience, limits.lockKey());
        var counted = new TamperedDataSource(database).beforeConnecting(ignored -> connections.incrementAndGet());
        return ToyLog.open(counted.dataSource(), new Toy("toy"), quick);
    }

    @BeforeEach
    void open() {
        log = open(PATIENCE);
        get(log.submit(submission("first", new ToyCommand.Deposit("x", 1))));
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Holds something in the database until the log has given up several connections over what was handed in. */
    private Outcome stalledBy(String hold, Supplier<CompletableFuture<Outcome>> handIn) throws SQLException {
        try (Connection blocker = database.getConnection();
                var s = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            s.execute(hold);
            int before = connections.get();
            var outcome = handIn.get();
            await().atMost(PATIENCE).until(() -> connections.get() >= before + ATTEMPTS);
            blocker.rollback();
            return get(outcome);
        }
    }

    private static List<String> holds() {
        long key = LogConfig.of("toy").lockKey();
        return List.of("SELECT pg_advisory_xact_lock(" + key + ")", "LOCK TABLE balance IN SHARE MODE");
    }

    @Test
    void aHealthyInputIsNotParked() throws Exception {
        long index = 1;
        for (String hold : holds()) {
            Input input = ToyLog.minted(index++, "a", 5);
            assertThat(stalledBy(hold, () -> log.accept(input)).accepted()).isTrue();
        }
        assertThat(log.parkedInputs()).isZero();
        assertThat(Balances.all(database)).containsEntry("a", 10L);
    }

    @Test
    void aHealthyCommandIsDone() throws Exception {
        for (String hold : holds()) {
            assertThat(stalledBy(hold, () -> log.submit(submission(hold, new ToyCommand.Deposit("a", 5))))
                            .accepted())
                    .isTrue();
        }
        assertThat(Balances.all(database)).containsEntry("a", 10L);
    }

    @Test
    void aBatchThatIsDividedWaitsNoLongerThanAWholeOne() throws Exception {
        log.close();
        log = open(Duration.ofSeconds(1));
        try (Connection blocker = database.getConnection();
                var s = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            s.execute("LOCK TABLE balance IN SHARE MODE");
            var outcomes = IntStream.range(0, 64)
                    .mapToObj(i -> log.submit(submission("many" + i, new ToyCommand.Deposit("a", 5))))
                    .toList();
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .failsWithin(Duration.ofSeconds(10))
                            .withThrowableThat()
                            .withCauseInstanceOf(LogBusyException.class));
            blocker.rollback();
        }
        assertThat(get(log.submit(submission("after", new ToyCommand.Deposit("a", 5))))
                        .accepted())
                .isTrue();
    }
}
