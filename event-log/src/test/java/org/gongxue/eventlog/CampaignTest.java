package org.gongxue.eventlog;

import java.util.List;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * Invariants 1, 2 and 3: random commands and inputs, good and bad, in random batches, on one to three instances whose
 * connections tear at random statements and around commits, some of them for good. Callers come again with the same ids.
 * What stands in the log in the end is one sequential run.
 *
 * <p>How many campaigns there are is said by {@code jqwik.tries.default}: a few in every build, as many as one likes with
 * {@code -Djqwik.tries.default=5000}.
 */
class CampaignTest {

    @Property
    void whateverHappensTheLogIsOneSequentialRun(
            @ForAll("deeds") List<Deed> deeds,
            @ForAll @IntRange(min = 1, max = 3) int instances,
            @ForAll @IntRange(min = 1, max = 64) int batchMax) {
        DataSource database = Sabotage.inForce().database();
        try (var run = new CampaignRun(database, instances, batchMax)) {
            run.play(deeds);
            new CampaignCheck(database, run).assertOneSequentialRun();
            if (Sabotage.inForce() == Sabotage.NOTHING) {
                count(run);
            }
        }
    }

    /** A campaign in which nothing tears anywhere near a commit shows nothing. */
    private static void count(CampaignRun run) {
        StatisticsCollector tears = Statistics.label("wires torn");
        run.tears().forEach((place, count) -> tears.collect(place));
        for (FrailWire.Place place : FrailWire.Place.values()) {
            tears.coverage(coverage -> coverage.check(place).count(count -> count > 0));
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> instance = Arbitraries.integers().between(0, 2);
        Arbitrary<Deed> asks = Combinators.combine(Arbitraries.integers().between(0, 60), command(), instance)
                .as(Deed.Asks::new);
        Arbitrary<Deed> mints = Combinators.combine(
                        Arbitraries.of("a", "b", "c", Toy.CURSED),
                        Arbitraries.longs().between(1, 40),
                        instance)
                .as(Deed.Mints::new);
        Arbitrary<Deed> breaks = Combinators.combine(instance, tear()).as(Deed.Breaks::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(12, asks),
                        Tuple.of(5, mints),
                        Tuple.of(3, breaks),
                        Tuple.of(3, Arbitraries.create(Deed.Pause::new)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<ToyCommand> command() {
        return Arbitraries.frequencyOf(
                Tuple.of(18, BatchingTest.command()),
                Tuple.of(2, Arbitraries.of("one", "two").map(text -> new ToyCommand.Note("a", "note " + text))));
    }

    private static Arbitrary<FrailWire.Tear> tear() {
        Arbitrary<Boolean> kills = Arbitraries.of(true, false);
        Arbitrary<Integer> statements = Arbitraries.integers().between(0, 12);
        Arbitrary<Integer> commits = Arbitraries.integers().between(0, 1);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.just(FrailWire.Place.AT_A_STATEMENT), statements, kills)
                        .as(FrailWire.Tear::new),
                Combinators.combine(
                                Arbitraries.of(FrailWire.Place.BEFORE_A_COMMIT, FrailWire.Place.AFTER_A_COMMIT),
                                commits,
                                kills)
                        .as(FrailWire.Tear::new));
    }
}
