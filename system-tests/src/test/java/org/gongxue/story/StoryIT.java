package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithDemoRun.class)
class StoryIT {

    private static final long MEMORY_BYTES_MAX = 4L << 30;

    @Test
    void everyNumberOfTheStoryIsFound(DemoRun run) {
        assertThat(run.report().story().acts())
                .hasSize(14)
                .flatExtracting(Act::checks)
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }

    @Test
    void theRewardServiceWasKilledInTheMiddleOfTheGraduationAct(DemoRun run) {
        assertThat(run.crash().atKill())
                .isGreaterThan(run.crash().before())
                .isLessThan(run.crash().after());
    }

    @Test
    void theReplayAgreesWithTheLiveLedger(DemoRun run) {
        Replay replay = run.report().story().replay();
        assertThat(replay.verdict()).isEqualTo("identical");
        assertThat(replay.differences()).isZero();
        assertThat(replay.events()).isPositive();
    }

    @Test
    void theCampusFitsIntoFourGigabytes(DemoRun run) {
        assertThat(run.report().pssBytes()).isPositive().isLessThan(MEMORY_BYTES_MAX);
    }

    @Test
    void theLastLineForProgramsHoldsExactlyTheAgreedNames(DemoRun run) {
        var json = Json.parse(run.report().json().getBytes(StandardCharsets.UTF_8));
        assertThat(json.fieldNames()).toIterable().containsExactly("acts", "events", "replay", "seconds", "ok");
        assertThat(json.path("events").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("enrollment", "credit_bank", "reward");
        assertThat(json.path("replay").fieldNames())
                .toIterable()
                .containsExactly("verdict", "events", "events_per_second", "differences");
        assertThat(json.path("seconds").fieldNames()).toIterable().containsExactly("ready", "story", "replay");
        assertThat(json.path("ok").asBoolean()).isTrue();
    }
}
