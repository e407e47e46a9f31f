package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;

/** The two lines before the log: each bounded, and neither keeps the other waiting. */
class IntakeTest {
    private static final int BATCH_MAX = 8;

    private final Toy toy = new Toy("toy");
    private final Intake<ToyCommand> intake =
            new Intake<>(LogConfig.of("toy").withBatchMax(BATCH_MAX).withQueueMax(100));

    private void commands(int count) {
        for (int i = 0; i < count; i++) {
            var deposit = ToyLog.submission("command " + i, new ToyCommand.Deposit("a", 1));
            assertThat(intake.offer(Request.OfCommand.of(toy, deposit))).isEmpty();
        }
    }

    private void inputs(int count) {
        for (int i = 1; i <= count; i++) {
            assertThat(intake.offer(Request.OfInput.of(toy, ToyLog.minted(i, "a", 1))))
                    .isEmpty();
        }
    }

    /** How many inputs and how many commands the next batch has. */
    private List<Integer> next() {
        var batch = intake.take();
        int inputs =
                (int) batch.stream().filter(Request.OfInput.class::isInstance).count();
        return List.of(inputs, batch.size() - inputs);
    }

    @Test
    void aFloodOfInputsLeavesHalfOfEveryBatchToCommands() {
        inputs(20);
        commands(5);
        assertThat(next()).containsExactly(4, 4);
        assertThat(next()).containsExactly(4, 1);
        assertThat(next()).containsExactly(4, 0);
    }

    @Test
    void aFloodOfCommandsLeavesHalfOfEveryBatchToInputs() {
        commands(20);
        inputs(5);
        assertThat(next()).containsExactly(4, 4);
        assertThat(next()).containsExactly(1, 7);
        assertThat(next()).containsExactly(0, 8);
    }

    @Test
    void aFullQueueSaysComeAgainToTheNextAloneAndLosesNobody() {
        var database = ToyLog.database();
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        try (var log = ToyLog.open(database, toy, LogConfig.of("toy").withQueueMax(5))) {
            ToyLog.heldUp(
                    database,
                    () -> IntStream.range(0, 6)
                            .forEach(i -> answers.add(
                                    log.submit(ToyLog.submission("d" + i, new ToyCommand.Deposit("a", 1))))));

            assertThat(ToyLog.getAll(answers.subList(0, 5))).allMatch(Outcome::accepted);
            assertThatThrownBy(() -> ToyLog.get(answers.get(5)))
                    .isInstanceOfSatisfying(
                            LogBusyException.class,
                            busy -> assertThat(busy.retryAfter()).isPositive());
        }
    }
}
