package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/** Invariant 3: any batching gives the events, outcomes and heads of one sequential run. */
class BatchingTest {

    /** A command with an id that may have been used before, for the same request or for another. */
    record Step(int id, ToyCommand command, boolean boundaryAfter) {}

    @Property(tries = 40)
    void anyBatchingGivesTheEventsOfASequentialRun(
            @ForAll("steps") @Size(min = 1, max = 60) List<Step> steps,
            @ForAll @IntRange(min = 1, max = 64) int batchMax) {
        var sequential = new MemoryLog<>(new Toy("toy"));
        var expected = steps.stream().map(step -> inMemory(sequential, step)).toList();

        DataSource database = ToyLog.database();
        var toy = new Toy("toy");
        try (var log = ToyLog.open(database, toy, LogConfig.of("toy").withBatchMax(batchMax))) {
            assertThat(inBatches(database, log, steps)).isEqualTo(expected);
            assertThat(ToyLog.events(database).stream().map(BatchingTest::bytes))
                    .isEqualTo(sequential.events().stream()
                            .map(Recorded::envelope)
                            .map(BatchingTest::bytes)
                            .toList());
            for (String account : List.of("a", "b", "c", "d")) {
                assertThat(log.read(toy.account(), account)).isEqualTo(sequential.read(toy.account(), account));
            }
        }
    }

    private static String inMemory(MemoryLog<ToyCommand> log, Step step) {
        try {
            return text(log.submit(submission(step)));
        } catch (CommandFailedException bug) {
            return "bug";
        }
    }

    /** Whatever stands between two boundaries waits together. */
    private static List<String> inBatches(DataSource database, EventLog<ToyCommand> log, List<Step> steps) {
        var answers = new ArrayList<String>();
        int from = 0;
        for (int to = 1; to <= steps.size(); to++) {
            if (to == steps.size() || steps.get(to - 1).boundaryAfter()) {
                var group = steps.subList(from, to);
                var batch = new ArrayList<CompletableFuture<Outcome>>();
                ToyLog.heldUp(database, () -> group.forEach(step -> batch.add(log.submit(submission(step)))));
                settle(batch, answers);
                from = to;
            }
        }
        return answers;
    }

    private static void settle(List<CompletableFuture<Outcome>> batch, List<String> answers) {
        for (CompletableFuture<Outcome> future : batch) {
            try {
                answers.add(text(ToyLog.get(future)));
            } catch (CommandFailedException bug) {
                answers.add("bug");
            }
        }
    }

    private static Submission<ToyCommand> submission(Step step) {
        return ToyLog.submission("step-" + step.id(), step.command());
    }

    static String text(Outcome o) {
        String answer = o.answer() == null ? "" : HexFormat.of().formatHex(o.answer());
        return o.accepted() + " " + o.refusal() + " " + o.firstIndex() + " " + o.lastIndex() + " " + answer + " "
                + o.repeated();
    }

    /** Everything but the moment of recording, which is the only thing that may differ: as the leaf of it. */
    static String bytes(Envelope e) {
        var timeless = Envelope.sealed(
                e.service(),
                e.index(),
                e.stream(),
                e.version(),
                e.id(),
                new EventCodec.Encoded(e.type(), e.revision(), e.data()),
                e.occurredAt(),
                Instant.EPOCH,
                e.actor(),
                new Cause(e.cause(), e.correlation()));
        return HexFormat.of().formatHex(timeless.leaf());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        command(),
                        Arbitraries.of(true, false, false, false, false, false, false, false))
                .as(Step::new)
                .list();
    }

    /** Good commands and bad ones, on few accounts. */
    static Arbitrary<ToyCommand> command() {
        Arbitrary<String> account = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<Long> coins = Arbitraries.longs().between(-1, 40);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(account, coins).as(ToyCommand.Deposit::new)),
                Tuple.of(6, Combinators.combine(account, account, coins).as(ToyCommand.Transfer::new)),
                Tuple.of(2, note(account)),
                Tuple.of(3, account.map(ToyCommand.Ask::new)),
                Tuple.of(1, account.map(ToyCommand.Break::new)),
                Tuple.of(1, account.map(a -> new ToyCommand.Trespass(a, "never-read"))));
    }

    /** Texts that are unique to the note, or too large for a state, or hold a NUL. */
    private static Arbitrary<ToyCommand> note(Arbitrary<String> account) {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.longs().withoutEdgeCases().map(n -> "note " + n),
                Arbitraries.of("nul \0", "x".repeat(17_000)));
        return Combinators.combine(account, text).as(ToyCommand.Note::new);
    }
}
