package org.gongxue.reward.model;

import java.util.List;
import java.util.Random;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.model.NaiveCityPropertyTest.Deed;
import org.gongxue.reward.model.NaiveCityPropertyTest.Kind;

/** Two years of a city in which everything happens that can happen to a claim, the same ones for the same seed. */
public final class LivedYears {

    private static final int DEEDS = 150;
    private static final List<Kind> KINDS = List.of(Kind.values());

    private LivedYears() {}

    public static DomainFixture<RewardCommand> of(long seed) {
        var random = new Random(seed);
        var work = new CityAtWork();
        var bank = new BankAtWork(work);
        work.allot(0, 2, 1);
        work.allot(2, 3, 1);
        work.allot(3, 2, 1);
        for (var n = 0; n < DEEDS; n++) {
            var kind = random.nextInt(3) == 0 ? Kind.CLAIM : KINDS.get(random.nextInt(KINDS.size()));
            NaiveCityPropertyTest.take(
                    work, bank, new Deed(kind, random.nextInt(24), random.nextInt(24), random.nextInt(24)));
            work.check();
        }
        work.comeToRest();
        return work.story.log();
    }
}
