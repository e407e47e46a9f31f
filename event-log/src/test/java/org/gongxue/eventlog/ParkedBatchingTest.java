package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.CursedToy.by;
import static org.gongxue.eventlog.ToyLog.minted;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.gongxue.eventlog.toy.ToyCommand;

/** Invariant 3: parking and releasing give the same events, rows and heads in any batching. */
class ParkedBatchingTest {
    private static final List<String> LINES = List.of("a", "b", "c", "mint/main");

    /** What is done, in the order of a run; the bug comes and goes only between batches. */
    sealed interface Step {
        record Coins(String account) implements Step {}

        record Riddle() implements Step {}

        /** Whoever is first in the line when the steps are laid out is not known: most proposals name the wrong one. */
        record Propose(String line, long first, boolean drop) implements Step {}

        record Confirm(String line, long first) implements Step {}

        record Pause(boolean mended) implements Step {}
    }

    @Property(tries = 60)
    void anyBatchingParksAndReleasesAsASequentialRun(
            @ForAll("steps") @Size(min = 5, max = 60) List<Step> steps,
            @ForAll @IntRange(min = 1, max = 16) int batchMax) {
        var toy = new CursedToy().curse("c");
        var sequential = new MemoryLog<>(toy.domain);
        long index = 0;
        for (int i = 0; i < steps.size(); i++) {
            index += steps.get(i) instanceof Step.Coins || steps.get(i) instanceof Step.Riddle ? 1 : 0;
            inMemory(sequential, toy, steps.get(i), i, index);
        }

        DataSource database = ToyLog.database();
        var again = new CursedToy().curse("c");
        try (var log = again.open(database, LogConfig.of("toy").withBatchMax(batchMax))) {
            inBatches(database, log, again, steps);
            assertThat(ToyLog.events(database).stream().map(BatchingTest::bytes))
                    .isEqualTo(sequential.events().stream()
                            .map(Recorded::envelope)
                            .map(BatchingTest::bytes)
                            .toList());
            for (String line : LINES) {
                assertThat(rows(log.parked(line, 100)))
                        .isEqualTo(rows(sequential.parked().stream()
                                .filter(p -> p.subject().equals(line))
                                .toList()));
                assertThat(log.read(ParkedLine.STREAM, line)).isEqualTo(sequential.read(ParkedLine.STREAM, line));
                assertTrueToItsRows(log.read(ParkedLine.STREAM, line), log.parked(line, 100));
            }
        }
    }

    private static void assertTrueToItsRows(ParkedLine line, List<ParkedInput> rows) {
        assertThat(line.count()).isEqualTo(rows.size());
        assertThat(line.first())
                .isEqualTo(rows.stream()
                        .map(p -> new ParkedLine.Place(p.source(), p.index()))
                        .findFirst()
                        .orElse(null));
    }

    private static List<String> rows(List<ParkedInput> parked) {
        return parked.stream()
                .map(p -> p.parkedIndex() + " " + p.index() + " " + p.reason() + " " + p.behind())
                .toList();
    }

    private static void inMemory(MemoryLog<ToyCommand> log, CursedToy toy, Step step, int number, long index) {
        switch (step) {
            case Step.Coins(String account) -> log.accept(minted(index, account, 1));
            case Step.Riddle _ -> log.receive(ToyLog.riddle(index));
            case Step.Pause(boolean mended) -> turn(toy, mended);
            case Step.Propose propose -> log.submitAboutParked(submission(propose, number));
            case Step.Confirm confirm -> log.submitAboutParked(submission(confirm, number));
        }
    }

    private static void turn(CursedToy toy, boolean mended) {
        toy.mend();
        if (!mended) {
            toy.curse("c");
        }
    }

    private static Submission<ParkedCommand> submission(Step step, int number) {
        return switch (step) {
            case Step.Propose(String line, long first, boolean drop) ->
                by(
                        CursedToy.MAKER,
                        "step-" + number,
                        drop ? CursedToy.discard(line, first) : CursedToy.release(line, first));
            case Step.Confirm(String line, long first) ->
                by(CursedToy.CHECKER, "step-" + number, CursedToy.confirm(line, first));
            default -> throw new IllegalArgumentException(Objects.toString(step));
        };
    }

    /** Inputs and commands are each handed in in order; a batch takes inputs first, so kinds change with a pause. */
    private static void inBatches(DataSource database, EventLog<ToyCommand> log, CursedToy toy, List<Step> steps) {
        long index = 0;
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            var group = new ArrayList<Runnable>();
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            boolean commands = isCommand(steps.get(from));
            for (;
                    to < steps.size() && !(steps.get(to) instanceof Step.Pause) && isCommand(steps.get(to)) == commands;
                    to++) {
                Step step = steps.get(to);
                int number = to;
                long next = commands ? index : ++index;
                group.add(() -> answers.add(handIn(log, step, number, next)));
            }
            if (steps.get(from) instanceof Step.Pause(boolean mended)) {
                turn(toy, mended);
                to++;
            }
            ToyLog.heldUp(database, () -> group.forEach(Runnable::run));
            ToyLog.getAll(answers);
            from = to;
        }
    }

    private static boolean isCommand(Step step) {
        return step instanceof Step.Propose || step instanceof Step.Confirm;
    }

    private static CompletableFuture<Outcome> handIn(EventLog<ToyCommand> log, Step step, int number, long index) {
        return switch (step) {
            case Step.Coins(String account) -> log.accept(minted(index, account, 1));
            case Step.Riddle _ -> log.receive(ToyLog.riddle(index));
            default -> log.submitAboutParked(submission(step, number));
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> line = Arbitraries.of(LINES);
        Arbitrary<Long> first = Arbitraries.longs().between(1, 6);
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("a", "b", "c", "c").map(Step.Coins::new)),
                Tuple.of(1, Arbitraries.just(new Step.Riddle())),
                Tuple.of(
                        8,
                        Combinators.combine(line, first, Arbitraries.of(true, false))
                                .as(Step.Propose::new)),
                Tuple.of(8, Combinators.combine(line, first).as(Step.Confirm::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(Step.Pause::new)));
        return step.list();
    }
}
