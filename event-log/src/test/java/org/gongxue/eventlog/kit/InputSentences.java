package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.kit.Requests.MINT;
import static org.gongxue.eventlog.kit.Requests.minted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.InputAccepted;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;
import org.junit.jupiter.api.Test;

/** How other services' events come in (invariants 3 and 6). */
interface InputSentences extends LogSentences {

    @Test
    default void anInputBecomesAFactThatKeepsItsCauseAndItsBytes() {
        Input input = minted(1, "a", 7);
        log().accept(input);

        assertThat(log().events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(InputAccepted.TYPE);
            assertThat(event.cause()).isEqualTo("input:mint/1");
            assertThat(event.actor()).isEqualTo("service:mint");
            assertThat(event.correlation()).isEqualTo("correlation-1");
            InputAccepted fact = LogCodec.readInput(event.data());
            assertThat(fact.source()).isEqualTo(MINT);
            assertThat(fact.index()).isEqualTo(1);
            assertThat(fact.id()).isEqualTo(input.id());
            assertThat(fact.leaf()).isEqualTo(input.leaf());
            assertThat(fact.facts()).isEqualTo(input.data());
        });
        assertThat(log().read("a").coins()).isEqualTo(7);
    }

    @Test
    default void anInputHandedInAgainToAnyInstanceIsTakenOnce() {
        assertThat(log().accept(minted(1, "a", 5)).repeated()).isFalse();
        assertThat(log().instances())
                .allSatisfy(one -> assertThat(
                                OpenLog.get(one.accept(minted(1, "a", 5))).repeated())
                        .isTrue());
        assertThat(log().read("a").coins()).isEqualTo(5);
        assertThat(log().next().nextInput(MINT)).isEqualTo(2);
    }

    @Test
    default void anInputAheadOfItsTurnIsNotTaken() {
        log().accept(minted(1, "a", 5));

        assertThatThrownBy(() -> log().accept(minted(3, "a", 5))).hasMessageContaining("expected at 2, not at 3");
        assertThat(log().next().nextInput(MINT)).isEqualTo(2);
        assertThat(log().events()).hasSize(1);
        log().accept(minted(2, "a", 5));
        assertThat(log().accept(minted(3, "a", 5)).repeated()).isFalse();
        assertThat(log().read("a").coins()).isEqualTo(15);
    }

    @Test
    default void inputsAreTakenOnceInTheirSourcesOrderBesideCommands() {
        int count = 150;
        LogUnderTest.Instance receiver = log().next();
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 1; i <= count; i++) {
            futures.add(receiver.accept(minted(i, "a", 1)));
            futures.add(log().hand("c" + i, new ToyCommand.Deposit("a", 1)));
        }
        assertThat(OpenLog.getAll(futures))
                .allSatisfy(o -> assertThat(o.accepted()).isTrue());
        assertThat(log().read("a").coins()).isEqualTo(2L * count);
        assertThat(log().next().nextInput(MINT)).isEqualTo(count + 1);
        assertThat(log().events().stream()
                        .filter(event -> event.type().equals(InputAccepted.TYPE))
                        .map(event -> LogCodec.readInput(event.data()).index()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    default void anInputOfNoInterestOnlyMovesTheInboxOn() {
        log().accept(Requests.input(1, new ToyEvent.Deposited("a", 7)));

        assertThat(log().next().nextInput(MINT)).isEqualTo(2);
        assertThat(log().events()).isEmpty();
        assertThat(log().store().parked(MINT)).isEmpty();
    }

    @Test
    default void aPoisonInputIsParkedWithThoseBehindItAndStopsNobodyElse() {
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        LogUnderTest.Instance receiver = log().next();
        List<String> accounts = List.of("good", Toy.CURSED, "good", Toy.CURSED, "other");
        log().store().together(() -> {
            for (int i = 0; i < accounts.size(); i++) {
                futures.add(receiver.accept(minted(i + 1, accounts.get(i), 1)));
            }
        });
        OpenLog.getAll(futures);
        log().accept(minted(6, Toy.CURSED, 1));
        log().reopen();
        log().accept(minted(7, Toy.CURSED, 1));
        log().accept(minted(8, "good", 1));

        assertThat(log().store().parked(MINT)).containsExactly(2L, 4L, 6L, 7L);
        assertThat(log().store().books().balances()).isEqualTo(Map.of("good", 3L, "other", 1L));
        assertThat(log().next().nextInput(MINT)).isEqualTo(9);
        assertThat(log().read("good").coins()).isEqualTo(3);
    }
}
