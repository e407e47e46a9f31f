package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.kit.Requests.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.CommandFailedException;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.MemoryLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** What is written, and what follows from it (invariants 2, 3, 7 and 8). */
interface RecordSentences extends LogSentences {
    int COUNT = 150;

    @Test
    default void indexesAndVersionsAreDenseWhateverWasRefusedOrFailed() {
        var futures = work();
        for (int i = 0; i < COUNT; i++) {
            var future = futures.get(i);
            if (i % 3 == 2) {
                assertThatThrownBy(() -> OpenLog.get(future)).isInstanceOf(CommandFailedException.class);
            } else {
                assertThat(OpenLog.get(future).accepted()).isEqualTo(i % 3 == 0);
            }
        }
        List<Envelope> events = log().events();
        assertThat(events).hasSize(COUNT * 2 / 3);
        var versions = new HashMap<String, Integer>();
        assertThat(events)
                .allSatisfy(event -> assertThat(event.version())
                        .as("version on %s", event.stream())
                        .isEqualTo(versions.merge(event.stream().toString(), 1, Integer::sum)));
        assertThat(versions).hasSize(8);
    }

    /** Deposits, refused transfers and bugs in turn, each on a handful of accounts. */
    private List<CompletableFuture<Outcome>> work() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < COUNT; i++) {
            futures.add(log().hand(
                            "c" + i,
                            switch (i % 3) {
                                case 0 -> new ToyCommand.Deposit("rich-" + i % 4, 1);
                                case 1 -> new ToyCommand.Transfer("poor-" + i % 4, "rich-" + i % 4, 1);
                                default -> new ToyCommand.Break("rich-" + i % 4);
                            }));
        }
        return futures;
    }

    @Test
    default void everyLeafIsTrueToItsEnvelope() {
        log().submit("1", new ToyCommand.Deposit("a", 100));
        log().submit("2", new ToyCommand.Transfer("a", "b", 40));
        log().submit("3", new ToyCommand.Transfer("a", "b", 1000));
        log().submit("4", new ToyCommand.Note("b", "报销 \\ \"quoted\""));
        log().accept(Requests.minted(1, "b", 5));

        assertThat(log().events())
                .hasSize(6)
                .allSatisfy(event -> assertThat(event.leaf()).isEqualTo(Leaf.of(event)));
    }

    @Test
    default void recordedTimesNeverGoBack() {
        Instant before = Instant.EPOCH;
        log().submit("first", new ToyCommand.Deposit("a", 1));
        OpenLog.getAll(deposits());
        List<Envelope> events = log().events();

        assertThat(events).hasSize(COUNT + 1);
        for (Envelope event : events) {
            assertThat(event.recordedAt()).isAfterOrEqualTo(before);
            before = event.recordedAt();
        }
    }

    private List<CompletableFuture<Outcome>> deposits() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < COUNT; i++) {
            futures.add(log().hand("d" + i, new ToyCommand.Deposit("account-" + i % 5, 1)));
        }
        return futures;
    }

    @Test
    default void readModelsAreTheFoldOfTheEvents() {
        var futures = deposits();
        for (int i = 0; i < 20; i++) {
            futures.add(log().hand("t" + i, new ToyCommand.Transfer("account-" + i % 5, "account-" + i % 3, 3)));
            futures.add(log().hand("n" + i, new ToyCommand.Note("account-" + i % 5, "note " + i)));
        }
        OpenLog.getAll(futures);

        List<Envelope> events = log().events();
        assertThat(events).hasSizeGreaterThan(COUNT + 20);
        LogUnderTest.Books books = log().store().books();
        assertThat(books).isEqualTo(LogUnderTest.Books.of(events));
        assertThat(books.balances())
                .allSatisfy((account, coins) ->
                        assertThat(log().read(account).coins()).isEqualTo(coins));
    }

    @Test
    default void whereABatchBeginsAndEndsChangesNothing() {
        var sequential = new MemoryLog<>(new Toy("toy"));
        for (int size : List.of(1, 7, 40)) {
            List<ToyCommand> commands = commands(size);
            var batch = new ArrayList<CompletableFuture<Outcome>>();
            LogUnderTest.Instance one = log().next();
            log().store().together(() -> {
                for (int i = 0; i < commands.size(); i++) {
                    batch.add(one.submit(submission(size + "/" + i, commands.get(i))));
                }
            });
            for (int i = 0; i < commands.size(); i++) {
                assertThat(OpenLog.get(batch.get(i)))
                        .usingRecursiveComparison()
                        .isEqualTo(sequential.submit(submission(size + "/" + i, commands.get(i))));
            }
        }
        assertThat(log().events())
                .usingRecursiveComparison()
                .ignoringFields("recordedAt", "leaf")
                .isEqualTo(sequential.events().stream().map(Recorded::envelope).toList());
        assertThat(log().read("a")).isEqualTo(sequential.read(new Toy("toy").account(), "a"));
    }

    /** Commands of which each depends on those before it. */
    private static List<ToyCommand> commands(int size) {
        var commands = new ArrayList<ToyCommand>();
        for (int i = 0; i < size; i++) {
            commands.add(
                    switch (i % 5) {
                        case 0 -> new ToyCommand.Deposit("a", 10);
                        case 1 -> new ToyCommand.Transfer("a", "b", 7);
                        case 2 -> new ToyCommand.Note("b", "报销 \\ \"quoted\" " + size + "/" + i);
                        case 3 -> new ToyCommand.Ask("a");
                        default -> new ToyCommand.Transfer("b", "a", 11);
                    });
        }
        return commands;
    }

    @Test
    default void aLogOpenedAgainGoesOnWhereItStood() {
        log().submit("1", new ToyCommand.Deposit("a", 10));
        log().accept(Requests.minted(1, "a", 5));
        log().reopen();

        Outcome again = log().submit("1", new ToyCommand.Deposit("a", 10));
        assertThat(again.repeated()).isTrue();
        assertThat(again.firstIndex()).isEqualTo(1);
        assertThat(log().next().nextInput(Requests.MINT)).isEqualTo(2);
        assertThat(log().submit("2", new ToyCommand.Transfer("a", "b", 15)).firstIndex())
                .isEqualTo(3);
        assertThat(log().events().stream().map(e -> e.stream() + " " + e.version()))
                .containsExactly("account/a 1", "account/a 2", "account/a 3", "account/b 1");
    }
}
