package org.gongxue.eventlog.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Invariants 1 and 3 on a wire that loses the replies to commits that took place. */
@Timeout(90)
class CommitReplyTest {
    private static final int DEEDS = 900;

    private final TestPostgres.Database database = TestPostgres.database();
    private final Map<Integer, List<Told>> told = new TreeMap<>();
    private final Map<Integer, Integer> timesHandedIn = new HashMap<>();

    @BeforeEach
    void createTables() throws SQLException {
        Balances.createTables(database.dataSource());
    }

    private CutWire wire() throws IOException {
        return new CutWire(
                URI.create(database.url().substring("jdbc:".length())).getPort());
    }

    private DataSource through(CutWire wire) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(
                database.url().replaceFirst(":\\d+/", ":" + wire.port() + "/") + "?sslmode=disable&gssEncMode=disable");
        dataSource.setUser(TestPostgres.USER);
        return dataSource;
    }

    /** Small batches, so that there are many commits, and little patience with one that does not answer. */
    private static EventLog<ToyCommand> open(DataSource dataSource) {
        var usual = LogConfig.of("toy");
        var limits = new LogConfig(
                "toy", 20, 8192, 16384, 1000, 1 << 20, Duration.ofMillis(500), usual.patience(), usual.lockKey());
        return EventLog.open(limits, dataSource, new Toy("toy"), List.of(new Balances(1)));
    }

    private void doAll(CutWire wire, IntFunction<CutWire.Fate> fates) throws Exception {
        try (var log = open(through(wire))) {
            wire.lose(fates);
            var outcomes = new TreeMap<Integer, CompletableFuture<Outcome>>();
            IntStream.rangeClosed(1, DEEDS)
                    .mapToObj(Deed::of)
                    .filter(deed -> deed.kind() != Deed.Kind.MINT)
                    .forEach(deed -> outcomes.put(deed.number(), log.submit(deed.command())));
            for (var outcome : outcomes.entrySet()) {
                hear(outcome.getKey(), Told.of(outcome.getValue().get(30, TimeUnit.SECONDS)));
            }
        }
    }

    private static CutWire.Fate cutEveryThird(int commit) {
        return commit % 3 == 0 ? CutWire.Fate.CUT : CutWire.Fate.ARRIVES;
    }

    private void hear(int deed, Told answer) {
        told.put(deed, List.of(answer));
        timesHandedIn.put(deed, 1);
    }

    private List<String> found() throws SQLException {
        try (Connection c = database.dataSource().getConnection()) {
            var nothing = new Remains.Side(List.of(), List.of());
            var toy = new Remains.Side(Rows.events(c, "toy", 0, Integer.MAX_VALUE), List.of());
            return Inspection.ofOneLog(
                    new Remains(told, timesHandedIn, Map.of(), nothing, toy, 1, Balances.all(database.dataSource())));
        }
    }

    @Test
    void whoeverAsksIsToldWhatStoodThoughEveryThirdReplyIsCutOff() throws Exception {
        try (CutWire wire = wire()) {
            doAll(wire, CommitReplyTest::cutEveryThird);
            assertThat(wire.lost()).isGreaterThan(5);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void whoeverAsksIsToldWhatStoodThoughAReplyNeverComes() throws Exception {
        try (CutWire wire = wire()) {
            doAll(wire, commit -> commit == 5 ? CutWire.Fate.SWALLOWED : CutWire.Fate.ARRIVES);
            assertThat(wire.lost()).isEqualTo(1);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void anAppenderThatDoesItAgainWithoutLookingIsCaught() throws Exception {
        open(database.dataSource()).close();
        try (CutWire wire = wire()) {
            wire.lose(CommitReplyTest::cutEveryThird);
            var appender = new BlindAppender(through(wire));
            for (int number = 1; number <= 9; number += 3) {
                hear(number, appender.append(Deed.of(number)));
            }
        }
        assertThat(found()).anySatisfy(wrong -> assertThat(wrong).contains("was done more than once"));
    }
}
