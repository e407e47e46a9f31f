package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.getAll;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Heads and read models are folds of the events: made again, they are the same. */
@Timeout(90)
class RebuildTest {
    private static final String HEADS =
            "SELECT stream || ' ' || version || ' ' || encode(state, 'escape') FROM log.head ORDER BY stream";

    private DataSource database;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        database = ToyLog.database();
        log = ToyLog.open(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void work(int first, int count) {
        getAll(IntStream.range(first, first + count)
                .mapToObj(i -> log.submit(submission(
                        "w" + i,
                        switch (i % 4) {
                            case 0 -> new ToyCommand.Deposit("a" + i % 31, i);
                            case 1 -> new ToyCommand.Transfer("a" + i % 29, "b" + i, i % 50);
                            case 2 -> new ToyCommand.Note("a" + i % 31, "note " + i);
                            default -> new ToyCommand.Deposit("a" + i % 31, 0);
                        })))
                .toList());
    }

    @Test
    void rebuiltHeadsAndReadModelsEqualTheLiveOnes() throws Exception {
        work(0, 2000);
        var heads = ToyLog.column(database, HEADS);
        var balances = Balances.all(database);
        assertThat(heads).hasSizeGreaterThan(200);

        ToyLog.sql(
                database,
                "UPDATE log.head SET state = 'nonsense' WHERE stream < 'account/a2'",
                "DELETE FROM log.head WHERE stream > 'account/b2'",
                "INSERT INTO log.head VALUES ('account/ghost', 1, 1, 'nonsense')",
                "UPDATE balance SET coins = 0",
                "DELETE FROM note");
        log.rebuild();

        assertThat(ToyLog.column(database, HEADS)).isEqualTo(heads);
        assertThat(Balances.all(database)).isEqualTo(balances);
        assertThat(ToyLog.column(database, "SELECT count(*) FROM note")).containsExactly("500");
    }

    @Test
    void rebuildingGoesOnBesideAppending() throws Exception {
        work(0, 1000);
        var more = CompletableFuture.runAsync(() -> work(1000, 1000));
        log.rebuild();
        more.join();
        var heads = ToyLog.column(database, HEADS);
        var balances = Balances.all(database);

        log.rebuild();
        assertThat(ToyLog.column(database, HEADS)).isEqualTo(heads);
        assertThat(Balances.all(database)).isEqualTo(balances);
    }

    @Test
    void aRebuiltHeadIsWhatTheNextDecisionSees() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 10))));
        log.close();
        ToyLog.sql(database, "UPDATE log.head SET state = '{\"coins\":99,\"notes\":[]}'");
        log = ToyLog.open(database);
        assertThat(coins("2")).as("the damaged head, remembered from now on").isEqualTo(99);
        log.rebuild();

        assertThat(get(log.submit(submission("3", new ToyCommand.Transfer("a", "b", 11))))
                        .accepted())
                .as("decided on the rebuilt head, in this instance too")
                .isFalse();
    }

    private long coins(String id) {
        return get(log.submit(submission(id, new ToyCommand.Ask("a"))))
                .answerAs(Toy.Balance.class)
                .coins();
    }

    @Test
    void aHeadIsDecidedOnAsRebuiltWhileTheRestIsStillBeingRebuilt() throws Exception {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 10))));
        log.close();
        ToyLog.sql(database, "UPDATE log.head SET state = '{\"coins\":99,\"notes\":[]}'");
        log = ToyLog.open(database);
        assertThat(coins("2")).as("the damaged head, remembered from now on").isEqualTo(99);
        var commits = new AtomicInteger();
        var busy = new TamperedDataSource(database).afterCommit(ignored -> {
            if (commits.incrementAndGet() == 2) { // the streams are known, the first heads are made
                get(log.submit(submission("3", new ToyCommand.Deposit("a", 1))));
            }
        });
        new HeadRebuild(busy.dataSource(), log.rules()).run();

        assertThat(commits.get()).isGreaterThan(2);
        assertThat(log.read(new Toy("toy").account(), "a").coins()).isEqualTo(11);
    }

    @Test
    void aHeadOfAnotherEvolveVersionIsFoldedAgain() {
        work(0, 100);
        long before = log.read(new Toy("toy").account(), "a4").coins();
        assertThat(before).isPositive();
        log.close();
        var doubling = new Toy("toy", 2);
        log = ToyLog.open(database, doubling, LogConfig.of("toy"));

        assertThat(log.read(doubling.account(), "a4").coins()).isEqualTo(2 * before);
        get(log.submit(submission("more", new ToyCommand.Deposit("a4", 1))));
        assertThat(log.read(doubling.account(), "a4").coins()).isEqualTo(2 * (before + 1));
        assertThat(ToyLog.column(database, "SELECT evolve_version FROM log.head WHERE stream = 'account/a4'"))
                .containsExactly("2");
    }

    @Test
    void aHeadOfAnotherShapeIsFoldedAgain() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 10))));
        log.close();
        ToyLog.sql(database, "UPDATE log.head SET state = '{\"money\":99}'");
        log = ToyLog.open(database);

        assertThat(log.read(new Toy("toy").account(), "a").coins()).isEqualTo(10);
    }

    @Test
    void aReadModelOfAnotherVersionIsFoldedAgainAtTheNextStart() throws Exception {
        work(0, 3000);
        var balances = Balances.all(database);
        log.close();
        ToyLog.sql(database, "UPDATE balance SET coins = 0");
        log = ToyLog.open(database);
        assertThat(Balances.all(database)).as("the same version is left alone").isNotEqualTo(balances);
        log.close();

        log = EventLog.open(LogConfig.of("toy"), database, new Toy("toy"), List.of(new Balances(2)));
        assertThat(Balances.all(database)).isEqualTo(balances);
    }

    @Test
    void aReleaseThatKeepsOtherReadModelsAppendsNoMore() throws Exception {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 1))));
        try (var next = EventLog.open(LogConfig.of("toy"), database, new Toy("toy"), List.of(new Balances(2)))) {
            assertThatThrownBy(() -> get(log.submit(submission("2", new ToyCommand.Deposit("a", 1)))))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("another has taken over with balances 2");
            assertThat(log.standstill()).isPresent();
            get(next.submit(submission("2", new ToyCommand.Deposit("a", 1))));
            assertThat(next.standstill()).isEmpty();
        }
        assertThat(Balances.all(database)).containsEntry("a", 2L);
    }

    /** A read model that looks around while it is folded. */
    private record Watching(List<String> tables, SqlConsumer watch) implements Projection {

        interface SqlConsumer {
            void accept(Connection c) throws SQLException;
        }

        @Override
        public String name() {
            return "watching";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void apply(Connection c, List<Recorded> events) throws SQLException {
            watch.accept(c);
        }
    }

    private void openWatching(List<String> tables, Watching.SqlConsumer watch) {
        EventLog.open(
                        LogConfig.of("toy"),
                        database,
                        new Toy("toy"),
                        List.of(new Balances(1), new Watching(tables, watch)))
                .close();
    }

    @Test
    void commandsAreAnsweredWhileAReadModelIsFoldedAgain() throws Exception {
        work(0, 3000);
        var answered = new AtomicInteger();
        openWatching(List.of(), _ -> {
            if (answered.get() == 0) {
                get(log.submit(submission("meanwhile", new ToyCommand.Deposit("a0", 1000))));
                answered.incrementAndGet();
            }
        });
        assertThat(answered).hasValue(1);
        assertThat(Balances.all(database))
                .containsEntry("a0", log.read(new Toy("toy").account(), "a0").coins());
    }

    @Test
    void aFoldThatStandsStillLosesTheLock() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 10))));
        var timeouts = new ArrayList<String>();
        openWatching(List.of(), c -> {
            try (var s = c.createStatement();
                    var row = s.executeQuery("SHOW idle_in_transaction_session_timeout")) {
                row.next();
                timeouts.add(row.getString(1));
            }
        });
        assertThat(timeouts).containsExactly("1min");
    }

    @Test
    void whatIsFoldedAgainKeepsTheIndexesAndTheViewsOfItsTables() {
        ToyLog.sql(
                database,
                "CREATE INDEX note_backwards ON note (reverse(text))",
                "CREATE VIEW loud_note AS SELECT upper(n.text) AS text FROM note n");
        String indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef";
        var before = ToyLog.column(database, indexes);
        get(log.submit(submission("1", new ToyCommand.Note("a", "quiet"))));
        log.rebuild();
        get(log.submit(submission("2", new ToyCommand.Note("a", "still"))));

        assertThat(ToyLog.column(database, indexes)).isEqualTo(before);
        assertThat(ToyLog.column(database, "SELECT text FROM loud_note ORDER BY text"))
                .containsExactly("QUIET", "STILL");
        assertThat(ToyLog.column(database, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'log\\_%'"))
                .isEmpty();
    }

    @Test
    void whoeverReadsTheOldTablesMakesTheFoldWaitAndIsNotDisturbed() throws Exception {
        work(0, 100);
        try (var reader = database.getConnection();
                var s = reader.createStatement()) {
            reader.setAutoCommit(false);
            s.executeQuery("SELECT * FROM balance").close();
            var rebuilding = CompletableFuture.runAsync(log::rebuild);
            get(log.submit(submission("meanwhile", new ToyCommand.Deposit("a0", 1000))));
            await().until(() -> !ToyLog.column(
                            database, "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'balance'::regclass")
                    .isEmpty());
            s.executeQuery("SELECT * FROM note").close();
            reader.commit();
            rebuilding.get(30, TimeUnit.SECONDS);
        }
        assertThat(Balances.all(database))
                .containsEntry("a0", log.read(new Toy("toy").account(), "a0").coins());
    }

    @Test
    void aReadModelThatWasRetiredIsFoldedAgainWhenItComesBack() throws Exception {
        work(0, 100);
        log.close();
        try (var without = EventLog.open(LogConfig.of("toy"), database, new Toy("toy"), List.of())) {
            get(without.submit(submission("unseen", new ToyCommand.Deposit("a0", 1000))));
        }
        log = ToyLog.open(database);
        assertThat(Balances.all(database))
                .containsEntry("a0", log.read(new Toy("toy").account(), "a0").coins());
    }
}
