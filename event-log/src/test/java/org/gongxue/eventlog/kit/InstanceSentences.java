package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** However many instances there are, they are one log (invariants 1, 2 and 3). */
interface InstanceSentences extends LogSentences {

    @Test
    default void nothingIsLostAndNothingIsDoneTwice() {
        int count = 400;
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < count; i++) {
            var deposit = Requests.submission("d" + i, new ToyCommand.Deposit("account-" + i % 10, 1));
            futures.add(log().next().submit(deposit));
            futures.add(log().next().submit(deposit));
        }
        List<Outcome> outcomes = OpenLog.getAll(futures);

        assertThat(outcomes.stream().filter(o -> !o.repeated())).hasSize(count);
        assertThat(log().events()).hasSize(count);
        assertThat(log().store().books().balances().values()).hasSize(10).allMatch(coins -> coins == count / 10);
    }

    @Test
    default void aCoinIsNeverSpentTwice() {
        int coins = 100;
        log().submit("start", new ToyCommand.Deposit("a", coins));
        var futures = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < 3 * coins; i++) {
            futures.add(log().hand("t" + i, new ToyCommand.Transfer("a", "b", 1)));
        }
        assertThat(OpenLog.getAll(futures).stream().filter(Outcome::accepted)).hasSize(coins);
        assertThat(log().read("a").coins()).isZero();
        assertThat(log().read("b").coins()).isEqualTo(coins);
    }

    @Test
    default void whatOneInstanceWroteTheNextDecisionOfAnySees() {
        for (int i = 1; i <= 20; i++) {
            log().submit("d" + i, new ToyCommand.Deposit("a", 1));
            Outcome asked = log().submit("ask" + i, new ToyCommand.Ask("a"));
            assertThat(asked.answer()).isNotNull();
            assertThat(asked.answerAs(Toy.Balance.class).coins()).isEqualTo(i);
        }
    }
}
