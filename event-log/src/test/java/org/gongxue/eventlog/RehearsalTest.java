package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** What a batch will look at is guessed in one go; a wrong guess costs time and changes nothing (invariant 3). */
class RehearsalTest {

    private final Toy toy = new Toy("toy");
    private final Rules<ToyCommand> rules = Rules.of(toy, LogConfig.of("toy"));

    @Test
    void whatADecisionLooksAtBesidesWhatItNamedIsForeseen() {
        assertThat(ahead(Map.of("a", new Account(10, List.of())), new ToyCommand.Transfer("a", "b", 5)))
                .containsExactly(stream("b"));
    }

    @Test
    void requestsOfABatchSeeWhatThoseBeforeThemWouldDo() {
        assertThat(ahead(
                        Map.of("a", new Account(0, List.of())),
                        new ToyCommand.Deposit("a", 10),
                        new ToyCommand.Transfer("a", "b", 5),
                        new ToyCommand.Transfer("b", "c", 5)))
                .containsExactly(stream("b"), stream("c"));
    }

    @Test
    void whatIsAtHandIsNotReadAgain() {
        var known = Map.of("a", new Account(10, List.of()), "b", new Account(0, List.of()));
        assertThat(ahead(known, new ToyCommand.Transfer("a", "b", 5))).isEmpty();
    }

    @Test
    void aBugMetInTheRehearsalConcernsNobodyElse() {
        var known = Map.of("a", new Account(10, List.of()));
        assertThat(ahead(known, new ToyCommand.Break("a"), new ToyCommand.Transfer("a", "b", 5)))
                .containsExactly(stream("b"));
    }

    @Test
    void aGuessThatIsWrongChangesNothing() {
        DataSource database = ToyLog.database();
        try (var log = ToyLog.open(database)) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int round = 0; round < 20; round++) {
                outcomes.add(log.submit(submission("d" + round, new ToyCommand.Deposit("a0-" + round, 100))));
                for (int i = 0; i < 50; i++) {
                    var transfer = new ToyCommand.Transfer("a" + i + "-" + round, "a" + (i + 1) + "-" + round, 100);
                    outcomes.add(log.submit(submission("t" + i + "-" + round, transfer)));
                }
            }
            assertThat(ToyLog.getAll(outcomes)).allMatch(Outcome::accepted);
            assertThat(IntStream.range(0, 20)
                            .mapToLong(round ->
                                    log.read(toy.account(), "a50-" + round).coins()))
                    .containsOnly(100L);
        }
    }

    @Test
    void aBatchAfterOneThatLookedFurtherReadsAllThatItLooksAtInOneQuery() {
        DataSource database = ToyLog.database();
        var reads = new AtomicInteger();
        var counted = new TamperedDataSource(database).beforePreparing(sql -> {
            if (sql.contains("FROM log.head WHERE")) {
                reads.incrementAndGet();
            }
        });
        try (var log = ToyLog.open(counted.dataSource())) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < 50; i++) {
                outcomes.add(log.submit(submission("d" + i, new ToyCommand.Deposit("payer-" + i, 10))));
            }
            ToyLog.getAll(outcomes);
            ToyLog.get(log.submit(submission("first", new ToyCommand.Transfer("payer-0", "first", 1))));
            reads.set(0);
            var transfers = new ArrayList<CompletableFuture<Outcome>>();
            ToyLog.heldUp(
                    database,
                    () -> IntStream.range(0, 50)
                            .forEach(i -> transfers.add(log.submit(
                                    submission("t" + i, new ToyCommand.Transfer("payer-" + i, "payee-" + i, 1))))));
            assertThat(ToyLog.getAll(transfers)).allMatch(Outcome::accepted);
        }
        assertThat(reads).hasValue(1);
    }

    private StreamId stream(String account) {
        return toy.account().id(account);
    }

    private Set<StreamId> ahead(Map<String, Account> known, ToyCommand... commands) {
        var batch = IntStream.range(0, commands.length)
                .<Request<ToyCommand>>mapToObj(i -> Request.OfCommand.of(toy, submission("c" + i, commands[i])))
                .toList();
        return Rehearsal.of(batch, rules, stream -> {
            Account account = known.get(stream.id());
            return account == null ? null : new Head(1, account, LogJson.writeState(account));
        });
    }
}
