package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.kit.Requests.MOMENT;
import static org.gongxue.eventlog.kit.Requests.PRINCIPAL;
import static org.gongxue.eventlog.kit.Requests.id;
import static org.gongxue.eventlog.kit.Requests.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.CommandFailedException;
import org.gongxue.eventlog.CommandRefused;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** What a caller may rely on (invariants 1 and 3). */
interface CommandSentences extends LogSentences {

    @Test
    default void whatIsAcknowledgedIsDurableAndReadableEverywhere() {
        Outcome outcome = log().submit("1", new ToyCommand.Deposit("a", 100));

        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.firstIndex()).isEqualTo(1);
        assertThat(outcome.lastIndex()).isEqualTo(1);
        assertThat(log().instances())
                .allSatisfy(one -> assertThat(one.read("a").coins()).isEqualTo(100));
        assertThat(log().store().books().balances()).containsEntry("a", 100L);
        log().reopen();
        assertThat(log().events()).hasSize(1);
        assertThat(log().read("a").coins()).isEqualTo(100);
    }

    @Test
    default void anEventSaysWhatHappenedWhenToWhatByWhomAndWhy() {
        log().submit("1", new ToyCommand.Deposit("a", 100));

        assertThat(log().events()).singleElement().satisfies(event -> {
            assertThat(event.service()).isEqualTo("toy");
            assertThat(event.type()).isEqualTo("toy.deposited");
            assertThat(event.revision()).isEqualTo(1);
            assertThat(event.stream().toString()).isEqualTo("account/a");
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.occurredAt()).isEqualTo(MOMENT);
            assertThat(event.actor()).isEqualTo(PRINCIPAL);
            assertThat(event.cause()).isEqualTo("command:user:someone/" + id("1"));
            assertThat(event.correlation()).isEqualTo(id("1").toString());
            assertThat(event.data()).asString().isEqualTo("{\"account\":\"a\",\"coins\":100}");
        });
    }

    @Test
    default void aRefusalIsAFactOnTheFirstStreamReadAndAnOutcome() {
        Outcome outcome = log().submit("1", new ToyCommand.Transfer("a", "b", 60));

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.refusal()).isEqualTo(Refusal.conflict("COINS_SHORT", "coins", "0", "60"));
        assertThat(outcome.lastIndex()).isEqualTo(1);
        assertThat(log().events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(CommandRefused.TYPE);
            assertThat(event.stream().toString()).isEqualTo("account/a");
        });
        assertThat(log().submit("1", new ToyCommand.Transfer("a", "b", 60))).isEqualTo(repeated(outcome));
    }

    @Test
    default void theSameCommandIsAnsweredAgainByEveryInstanceAndDoneOnce() {
        Submission<ToyCommand> deposit = submission("1", new ToyCommand.Deposit("a", 100));
        Outcome first = log().submit(deposit);
        log().submit("2", new ToyCommand.Deposit("a", 1));

        assertThat(first.repeated()).isFalse();
        assertThat(log().instances())
                .allSatisfy(one -> assertThat(OpenLog.get(one.submit(deposit))).isEqualTo(repeated(first)));
        assertThat(log().read("a").coins()).isEqualTo(101);
        assertThat(log().events()).hasSize(2);
    }

    @Test
    default void theSameCommandWaitingManyTimesIsDoneOnce() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        log().store().together(() -> {
            for (int i = 0; i < 50; i++) {
                futures.add(log().hand("same", new ToyCommand.Deposit("a", 100)));
            }
        });
        List<Outcome> outcomes = OpenLog.getAll(futures);

        assertThat(outcomes.stream().filter(o -> !o.repeated())).hasSize(1);
        assertThat(outcomes).allSatisfy(o -> assertThat(o.lastIndex()).isEqualTo(1));
        assertThat(log().read("a").coins()).isEqualTo(100);
    }

    @Test
    default void theSameIdWithAnotherRequestIsRefusedAndRecordsNothing() {
        log().submit("1", new ToyCommand.Deposit("a", 100));
        Outcome reused = log().submit("1", new ToyCommand.Deposit("a", 200));

        assertThat(reused.accepted()).isFalse();
        assertThat(reused.refusal()).isNotNull().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(Outcome.KEY_REUSED);
            assertThat(refusal.kind().status()).isEqualTo(422);
        });
        assertThat(log().events()).hasSize(1);
    }

    @Test
    default void twoPrincipalsMayUseTheSameId() {
        var mine = submission("1", new ToyCommand.Deposit("a", 100));
        var theirs = new Submission<>(
                "user:other", mine.commandId(), mine.requestHash(), "user:other", null, MOMENT, mine.command());

        assertThat(List.of(log().submit(mine), log().submit(theirs)))
                .allSatisfy(o -> assertThat(o.repeated()).isFalse());
        assertThat(log().read("a").coins()).isEqualTo(200);
        assertThat(log().events().stream().map(Envelope::actor)).containsExactly(PRINCIPAL, "user:other");
    }

    @Test
    default void anAnswerIsKeptToTheByteWithTheOutcome() {
        log().submit("1", new ToyCommand.Deposit("a", 5));
        Outcome first = log().submit("2", new ToyCommand.Ask("a"));
        log().submit("3", new ToyCommand.Deposit("a", 5));
        Outcome again = log().submit("2", new ToyCommand.Ask("a"));

        assertThat(first.answer()).isNotNull();
        assertThat(first.answerAs(Toy.Balance.class)).isEqualTo(new Toy.Balance(5, MOMENT));
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(first.firstIndex()).as("nothing recorded").isEqualTo(2);
        assertThat(first.lastIndex()).isEqualTo(1);
    }

    @Test
    default void writingToAStreamThatWasNotReadIsABug() {
        assertThatThrownBy(() -> log().submit("1", new ToyCommand.Trespass("a", "b")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("account/b, which it did not read");
        assertThat(log().events()).isEmpty();
    }

    @Test
    default void aStreamAskedForWhileDecidingIsThere() {
        log().submit("1", new ToyCommand.Deposit("rich", 2_000_000));
        log().submit("2", new ToyCommand.Deposit("a", 10));
        log().reopen();

        assertThat(log().submit("3", new ToyCommand.Transfer("a", "rich", 1)).refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("PURSE_FULL"));
    }

    private static Outcome repeated(Outcome o) {
        return new Outcome(o.accepted(), o.refusal(), o.firstIndex(), o.lastIndex(), o.answer(), true);
    }
}
