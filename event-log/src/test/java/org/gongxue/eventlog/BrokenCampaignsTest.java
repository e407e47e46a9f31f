package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongxue.eventlog.kit.SuiteRun;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A campaign would notice: each broken log fails within a few. */
@Timeout(120)
class BrokenCampaignsTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "jqwik.tries.default", "60",
            "jqwik.shrinking.default", "OFF",
            "jqwik.database", "target/broken-campaigns.jqwik",
            "jqwik.failures.after.default", "RANDOM_SEED",
            "jqwik.reporting.usejunitplatform", "true");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void campaignsCatch(Sabotage sabotage) {
        SuiteRun run = sabotage.during(() -> SuiteRun.of(CampaignTest.class, SETTINGS));

        assertThat(run.failed()).containsOnlyKeys("whateverHappensTheLogIsOneSequentialRun");
    }
}
