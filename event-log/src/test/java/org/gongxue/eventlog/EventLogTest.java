package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.getAll;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class EventLogTest {
    private final Toy toy = new Toy("toy");
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

    @Test
    void anAcceptedCommandIsDurableWithItsEventsHeadOutcomeAndReadModel() throws Exception {
        var outcome = get(log.submit(submission("1", new ToyCommand.Deposit("a", 100))));

        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.firstIndex()).isEqualTo(1);
        assertThat(outcome.lastIndex()).isEqualTo(1);
        assertThat(log.lastIndex()).isEqualTo(1);
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(100);
        assertThat(Balances.all(database)).containsEntry("a", 100L);
        Envelope event = ToyLog.events(database).getFirst();
        assertThat(event.type()).isEqualTo("toy.deposited");
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.occurredAt()).isEqualTo(ToyLog.MOMENT);
        assertThat(event.actor()).isEqualTo(ToyLog.PRINCIPAL);
        assertThat(event.cause()).isEqualTo("command:user:someone/" + ToyLog.id("1"));
        assertThat(event.correlation()).isEqualTo(ToyLog.id("1").toString());
    }

    @Test
    void indexesAreDenseWhateverWasRefusedOrFailed() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < 300; i++) {
            futures.add(log.submit(submission(
                    "c" + i,
                    switch (i % 3) {
                        case 0 -> new ToyCommand.Deposit("a", 1);
                        case 1 -> new ToyCommand.Transfer("b", "a", 1);
                        default -> new ToyCommand.Break("a");
                    })));
        }
        for (int i = 0; i < 300; i++) {
            var future = futures.get(i);
            if (i % 3 == 2) {
                assertThatThrownBy(() -> get(future)).isInstanceOf(CommandFailedException.class);
            } else {
                assertThat(get(future).accepted()).isEqualTo(i % 3 == 0);
            }
        }
        assertThat(ToyLog.events(database).stream().map(Envelope::index))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aRefusalIsAnEventAndAnOutcome() {
        var outcome = get(log.submit(submission("1", new ToyCommand.Deposit("a", 0))));

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.refusal()).isEqualTo(Refusal.invalid("COINS_NOT_POSITIVE", "coins", "0", "1"));
        assertThat(ToyLog.events(database)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(CommandRefused.TYPE);
            assertThat(event.stream()).isEqualTo(toy.account().id("a"));
        });
        assertThat(get(log.submit(submission("1", new ToyCommand.Deposit("a", 0)))))
                .isEqualTo(outcome.asRepeated());
    }

    @Test
    void theSameCommandIsAnsweredAgainAndDoneOnce() {
        var first = get(log.submit(submission("1", new ToyCommand.Deposit("a", 100))));
        var second = get(log.submit(submission("1", new ToyCommand.Deposit("a", 100))));

        assertThat(first.repeated()).isFalse();
        assertThat(second).isEqualTo(first.asRepeated());
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(100);
    }

    @Test
    void theSameCommandInOneBatchIsDoneOnce() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        ToyLog.heldUp(database, () -> {
            for (int i = 0; i < 50; i++) {
                futures.add(log.submit(submission("same", new ToyCommand.Deposit("a", 100))));
            }
        });
        var outcomes = getAll(futures);

        assertThat(outcomes.stream().filter(o -> !o.repeated())).hasSize(1);
        assertThat(outcomes).allSatisfy(o -> assertThat(o.lastIndex()).isEqualTo(1));
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(100);
    }

    @Test
    void theSameIdWithAnotherRequestIsRefusedAndRecordsNothing() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 100))));
        var reused = get(log.submit(submission("1", new ToyCommand.Deposit("a", 200))));

        assertThat(reused.accepted()).isFalse();
        assertThat(reused.refusal()).isNotNull().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(Outcome.KEY_REUSED);
            assertThat(refusal.kind().status()).isEqualTo(422);
        });
        assertThat(log.lastIndex()).isEqualTo(1);
    }

    @Test
    void twoPrincipalsMayUseTheSameId() {
        var mine = submission("1", new ToyCommand.Deposit("a", 100));
        var theirs = new Submission<>(
                "user:other", mine.commandId(), mine.requestHash(), "user:other", null, ToyLog.MOMENT, mine.command());

        assertThat(getAll(List.of(log.submit(mine), log.submit(theirs))))
                .allSatisfy(o -> assertThat(o.repeated()).isFalse());
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(200);
    }

    @Test
    void anAnswerIsKeptToTheByteWithTheOutcome() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 5))));
        var first = get(log.submit(submission("2", new ToyCommand.Ask("a"))));
        get(log.submit(submission("3", new ToyCommand.Deposit("a", 5))));
        var again = get(log.submit(submission("2", new ToyCommand.Ask("a"))));

        assertThat(first.answerAs(Toy.Balance.class)).isEqualTo(new Toy.Balance(5, ToyLog.MOMENT));
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(first.firstIndex()).as("nothing recorded").isEqualTo(2);
        assertThat(first.lastIndex()).isEqualTo(1);
    }

    @Test
    void writingToAStreamThatWasNotReadIsABug() {
        assertThatThrownBy(() -> get(log.submit(submission("1", new ToyCommand.Trespass("a", "b")))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("account/b, which it did not read");
        assertThat(log.lastIndex()).isZero();
    }

    @Test
    void aStreamAskedForWhileDecidingIsThere() {
        get(log.submit(submission("1", new ToyCommand.Deposit("rich", 2_000_000))));
        get(log.submit(submission("2", new ToyCommand.Deposit("a", 10))));
        log.close();
        log = ToyLog.open(database);

        assertThat(get(log.submit(submission("3", new ToyCommand.Transfer("a", "rich", 1))))
                        .refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("PURSE_FULL"));
    }

    @Test
    void aFullQueueSaysComeAgain() {
        log.close();
        log = ToyLog.open(database, toy, LogConfig.of("toy").withQueueMax(0));

        assertThatThrownBy(() -> get(log.submit(submission("1", new ToyCommand.Deposit("a", 1)))))
                .isInstanceOfSatisfying(
                        LogBusyException.class,
                        busy -> assertThat(busy.retryAfter()).isPositive());
    }

    @Test
    void aClosedLogSaysComeAgain() {
        log.close();
        assertThatThrownBy(() -> get(log.submit(submission("1", new ToyCommand.Deposit("a", 1)))))
                .isInstanceOf(LogBusyException.class);
    }

    @Test
    void aDatabaseHoldsTheLogOfOneService() {
        assertThatThrownBy(() -> ToyLog.open(database, new Toy("other"), LogConfig.of("other")))
                .hasMessageContaining("holds the log of toy");
    }

    @Test
    void recordedTimesNeverGoBack() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 1))));
        ToyLog.sql(database, "UPDATE log.event SET recorded_at = '2999-01-01T00:00:00Z'");
        get(log.submit(submission("2", new ToyCommand.Deposit("a", 1))));

        assertThat(ToyLog.column(database, "SELECT recorded_at = '2999-01-01T00:00:00Z' FROM log.event"))
                .containsExactly("t", "t");
    }

    @Test
    void anInputHandedInAgainIsTakenOnce() {
        get(log.accept(ToyLog.minted(1, "a", 5)));
        var again = get(log.accept(ToyLog.minted(1, "a", 5)));

        assertThat(again.repeated()).isTrue();
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(5);
        assertThat(log.nextInput("mint")).isEqualTo(2);
    }

    @Test
    void anInputAheadOfItsTurnIsNotTaken() {
        get(log.accept(ToyLog.minted(1, "a", 5)));

        assertThatThrownBy(() -> get(log.accept(ToyLog.minted(3, "a", 5))))
                .hasMessageContaining("expected at 2, not at 3");
        assertThat(log.nextInput("mint")).isEqualTo(2);
        assertThat(log.lastIndex()).isEqualTo(1);
    }

    @Test
    void inputsAndCommandsShareABatch() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 1; i <= 300; i++) {
            futures.add(log.accept(ToyLog.minted(i, "a", 1)));
            futures.add(log.submit(submission("c" + i, new ToyCommand.Deposit("a", 1))));
        }
        assertThat(getAll(futures)).allSatisfy(o -> assertThat(o.accepted()).isTrue());
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(600);
        assertThat(log.nextInput("mint")).isEqualTo(301);
    }

    @Test
    void eventsAreReadBackAsTheyWereWritten() {
        var memory = new MemoryLog<>(toy);
        for (ToyCommand command : List.of(
                new ToyCommand.Deposit("a", 100),
                new ToyCommand.Transfer("a", "b", 30),
                new ToyCommand.Note("b", "报销 \\ \"quoted\""))) {
            memory.submit(submission(command.toString(), command));
            get(log.submit(submission(command.toString(), command)));
        }
        assertThat(ToyLog.events(database))
                .usingRecursiveComparison()
                .ignoringFields("recordedAt", "leaf")
                .isEqualTo(memory.events().stream().map(Recorded::envelope).toList());
        assertThat(memory.events().getLast().event()).isInstanceOf(ToyEvent.Noted.class);
    }
}
