package org.gongxue.eventlog.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Invariants 1, 2 and 3 while processes are killed under load: whatever dies at whatever moment, everything that was
 * acknowledged is there once, and database, topic and the other service's inbox agree. {@code ./campus soak log} plays
 * more of it.
 */
@Timeout(600)
class KilledTest {
    private static final int ROUNDS = 12;
    private static final int ROUNDS_TO_CATCH_MAX = 8;

    private final House house = House.running();

    @Test
    void nothingIsLostAndNothingIsDoubledWhateverIsKilled() {
        long seed = System.nanoTime();
        var soak = new Soak(house, new Random(seed), System.out);
        List<String> found = soak.play(ROUNDS);
        System.out.println("seed " + seed + "\n" + soak.tally());
        assertThat(found).as("seed %d", seed).isEmpty();
        assertThat(Tally.Hit.values())
                .allSatisfy(hit -> assertThat(soak.tally().count(hit))
                        .as("hits of %s", hit)
                        .isPositive());
    }

    /** Kills such a service until the inspection finds what it should. */
    private void assertCaught(Variant broken, Victim victim, Aim aim, String breach) {
        try (var campaign = new Campaign(house, broken, 1)) {
            boolean found = false;
            for (int round = 0; round < ROUNDS_TO_CATCH_MAX && !found; round++) {
                campaign.round(victim, aim, new Tally());
                found = campaign.finds(breach);
            }
            assertThat(found).as(breach).isTrue();
        }
    }

    @Test
    void aLogThatAnswersBeforeItCommitsIsCaught() {
        assertCaught(
                Variant.ANSWERS_BEFORE_IT_COMMITS,
                Victim.SERVICES,
                Aim.COMMIT,
                "deed .* is lost: it was acknowledged.*");
    }

    @Test
    void aLogThatDoesNotWaitForTheDiskIsCaught() {
        try (var campaign = new Campaign(house, Variant.COMMITS_WITHOUT_THE_DISK, 1)) {
            assertThat(campaign.missesCommits(ROUNDS_TO_CATCH_MAX))
                    .as("the service itself notices what PostgreSQL lost")
                    .isTrue();
        }
    }

    @Test
    void aPublisherThatGoesOnFromItsWatermarkIsCaught() {
        assertCaught(
                Variant.PUBLISHES_FROM_ITS_WATERMARK,
                Victim.SERVICES,
                Aim.SEND,
                "partition \\d has index \\d+ after \\d+");
    }
}
