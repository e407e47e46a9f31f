package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.gongxue.eventlog.CommandFailedException;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** A bad command never fails its neighbors, wherever in a batch it stands (invariant 3). */
interface NeighborSentences extends LogSentences {
    int GOOD_COUNT = 60;

    /** Hands in deposits with bad commands in between, all waiting together; gives the bad ones' answers. */
    private List<CompletableFuture<Outcome>> among(IntFunction<ToyCommand> bad) {
        var good = new ArrayList<CompletableFuture<Outcome>>();
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        log().store().together(() -> {
            for (int i = 0; i < GOOD_COUNT; i++) {
                good.add(log().hand("good-" + i, new ToyCommand.Deposit("a", 1)));
                if (i % 20 == 7) {
                    answers.add(log().hand("bad-" + i, bad.apply(i)));
                }
            }
        });
        assertThat(OpenLog.getAll(good))
                .allSatisfy(outcome -> assertThat(outcome.accepted()).isTrue());
        answers.forEach(answer -> assertThat(answer).as("answered").satisfies(NeighborSentences::settle));
        assertThat(log().read("a").coins()).isEqualTo(GOOD_COUNT);
        assertThat(log().store().books().balances()).containsEntry("a", (long) GOOD_COUNT);
        assertThat(log().events().stream().filter(event -> event.type().equals("toy.deposited")))
                .hasSize(GOOD_COUNT);
        return answers;
    }

    private static void settle(CompletableFuture<Outcome> answer) {
        try {
            OpenLog.get(answer);
        } catch (CommandFailedException failed) {
            // Whether it may fail is for the sentence to say.
        }
    }

    @Test
    default void aCommandThatThrowsFailsAlone() {
        assertThat(among(i -> new ToyCommand.Break("a")))
                .allSatisfy(answer -> assertThatThrownBy(() -> OpenLog.get(answer))
                        .isInstanceOf(CommandFailedException.class)
                        .hasRootCauseInstanceOf(ArithmeticException.class));
        assertThat(log().events()).hasSize(GOOD_COUNT);
    }

    @Test
    default void aCommandThatBreaksAUniqueKeyOfAReadModelFailsAlone() {
        log().submit("first", new ToyCommand.Note("b", "taken"));
        assertThat(among(i -> new ToyCommand.Note("b", "taken")))
                .allSatisfy(answer ->
                        assertThatThrownBy(() -> OpenLog.get(answer)).isInstanceOf(CommandFailedException.class));
        assertThat(log().read("b").notes()).containsExactly("taken");
        assertThat(log().store().books().notes()).containsExactly("taken");
    }

    @Test
    default void aCommandWithANulIsRefusedAlone() {
        assertRefused("TEXT_HAS_NUL", among(i -> new ToyCommand.Note("b", "nul \0")));
    }

    @Test
    default void aCommandWithTooLargeAnEventIsRefusedAlone() {
        String large = "x".repeat(1024 * 1024);
        assertRefused("EVENT_TOO_LARGE", among(i -> new ToyCommand.Note("b", large)));
    }

    private static void assertRefused(String code, List<CompletableFuture<Outcome>> answers) {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(OpenLog.get(answer).refusal())
                        .isNotNull()
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code)));
    }

    @Test
    default void aCommandThatMakesAHeadTooLargeFailsAlone() {
        String large = "x".repeat(17 * 1024);
        assertThat(among(i -> new ToyCommand.Note("b", large)))
                .allSatisfy(answer -> assertThatThrownBy(() -> OpenLog.get(answer))
                        .isInstanceOf(CommandFailedException.class)
                        .hasMessageContaining("more than 16384"));
        assertThat(log().read("b").notes()).isEmpty();
    }

    @Test
    default void theIdOfACommandThatFailedMayBeUsedAgain() {
        assertThatThrownBy(() -> log().submit("1", new ToyCommand.Break("a")))
                .isInstanceOf(CommandFailedException.class);
        Outcome outcome = log().submit("1", new ToyCommand.Deposit("a", 1));

        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.repeated()).isFalse();
        assertThat(log().events()).hasSize(1);
    }
}
