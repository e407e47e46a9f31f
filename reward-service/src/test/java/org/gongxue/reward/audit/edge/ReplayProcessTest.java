package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayLine.Failed;
import org.gongxue.reward.audit.ReplayMode;
import org.junit.jupiter.api.Test;

/** The life of the process itself; a whole replay in it is part of {@link ReplayResourceTest}. */
class ReplayProcessTest {

    private static final ReplayCommandLine WHAT = new ReplayCommandLine("r", ReplayMode.FOLD, null, ReplayOptions.NONE);
    private static final LiveLedger LIVE = new LiveLedger(1, List.of(), List.of(), List.of());
    private static final long NEVER_PUBLISHED = 0;

    @Test
    void aSecretThatIsWrongIsAFailureAndNoVerdict() throws IOException, InterruptedException {
        try (var live = new LiveServiceStandIn(LIVE, NEVER_PUBLISHED)) {
            var settings = live.settings(TestKafka.bootstrapServers());
            var wrong = new ReplaySettings(settings.kafka(), settings.rewardUrl(), settings.oidcUrl(), "wrong");
            var process = WHAT.process(wrong)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();

            var last = process.inputReader().lines().reduce((_, line) -> line).orElseThrow();

            assertThat(ReplayJson.read(last))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains("answered 401"));
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void theProcessEndsWhenNobodyListensAnyMore() throws IOException, InterruptedException {
        try (var live = new LiveServiceStandIn(LIVE, NEVER_PUBLISHED)) {
            var process = WHAT.process(live.settings(TestKafka.bootstrapServers()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.inputReader().readLine()).contains("progress");

            process.getOutputStream().close();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
