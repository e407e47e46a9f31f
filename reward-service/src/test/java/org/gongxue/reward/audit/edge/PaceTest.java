package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static Duration taken(Pace pace) throws InterruptedException {
        var from = System.nanoTime();
        pace.await(100);
        pace.await(100);
        pace.await(1);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    @Test
    void eventsAreTakenNoFasterThanAskedAndTheFirstAtOnce() throws InterruptedException {
        assertThat(taken(Pace.of(1_000))).isBetween(Duration.ofMillis(200), Duration.ofSeconds(30));
        assertThat(taken(Pace.of(null))).isLessThan(Duration.ofMillis(200));
    }
}
