package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;
import org.junit.jupiter.api.Test;

class MemoryLogTest {
    private final Toy toy = new Toy("toy");
    private final DomainFixture<ToyCommand> story = DomainFixture.of(toy);

    @Test
    void aTransferMovesCoinsFromOneStreamToAnother() {
        story.given(toy.account().id("a"), new ToyEvent.Deposited("a", 100))
                .when(new ToyCommand.Transfer("a", "b", 60))
                .then(new ToyEvent.MovedOut("a", "b", 60), new ToyEvent.MovedIn("a", "b", 60));
        assertThat(story.state(toy.account(), "a").coins()).isEqualTo(40);
        assertThat(story.state(toy.account(), "b").coins()).isEqualTo(60);
    }

    @Test
    void aRefusalIsAFactOnTheFirstStreamRead() {
        var then = story.when(new ToyCommand.Transfer("a", "b", 60)).thenRefused("COINS_SHORT");
        assertThat(then.recorded()).hasSize(1);
        var refused = then.recorded().getFirst();
        assertThat(refused.stream()).isEqualTo(toy.account().id("a"));
        assertThat(refused.event()).isInstanceOfSatisfying(CommandRefused.class, fact -> {
            assertThat(fact.command()).isEqualTo("Transfer");
            assertThat(fact.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(fact.needed()).isEqualTo("60");
        });
    }

    @Test
    void anInputBecomesAFactAndKeepsItsBytes() {
        var input = new ToyEvent.CoinsMinted("a", 7);
        var then = story.whenReceived("mint", "mint/1", input).then(input);
        var fact = then.recorded().getFirst();
        assertThat(fact.isInput()).isTrue();
        assertThat(fact.cause()).isEqualTo("input:mint/1");
        assertThat(fact.correlation()).isEqualTo("correlation-1");
        InputAccepted accepted = LogCodec.readInput(fact.data());
        assertThat(accepted.source()).isEqualTo("mint");
        assertThat(accepted.index()).isEqualTo(1);
        assertThat(accepted.facts()).isEqualTo(toy.codec().encode(input).data());
        assertThat(story.state(toy.account(), "a").coins()).isEqualTo(7);
    }

    @Test
    void anInputOfNoInterestRecordsNothing() {
        story.whenReceived("mint", "mint/1", new ToyEvent.Deposited("a", 7)).thenNothing();
    }

    @Test
    void aStreamThatWasNotReadMayNotBeWritten() {
        story.when(new ToyCommand.Trespass("a", "b"))
                .thenFails(bug -> assertThat(bug).hasMessageContaining("account/b, which it did not read"));
        assertThat(story.events()).isEmpty();
    }

    @Test
    void anAnswerComesBackAsTheRecordItWas() {
        var moment = Instant.parse("2018-03-01T00:00:00Z");
        var answer = story.at(moment)
                .given("account/a", new ToyEvent.Deposited("a", 5))
                .when(new ToyCommand.Ask("a"))
                .answer(Toy.Balance.class);
        assertThat(answer).isEqualTo(new Toy.Balance(5, moment));
    }

    @Test
    void aTextWithANulIsRefusedAndAnEscapedBackslashIsNot() {
        story.when(new ToyCommand.Note("a", "zero \0 here")).thenRefused("TEXT_HAS_NUL");
        story.when(new ToyCommand.Note("a", "a backslash \\u0000"))
                .then(new ToyEvent.Noted("a", "a backslash \\u0000"));
    }

    @Test
    void anOversizedEventIsRefusedAndAnOversizedStateIsABug() {
        story.when(new ToyCommand.Note("a", "x".repeat(1024 * 1024))).thenRefused("EVENT_TOO_LARGE");
        story.when(new ToyCommand.Note("a", "x".repeat(20_000)))
                .thenFails(bug -> assertThat(bug).hasMessageContaining("state of account/a"));
    }
}
