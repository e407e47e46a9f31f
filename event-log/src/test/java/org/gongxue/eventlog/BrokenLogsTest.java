package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongxue.eventlog.kit.LogSuite;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.SuiteRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite would notice: each broken log is caught by the sentences that it makes untrue, and only by some. */
@Timeout(120)
class BrokenLogsTest {

    /** Run by this test only; its name keeps the build from running it. */
    static final class Suite extends LogSuite {
        Suite() {
            super(2);
        }

        @Override
        protected LogUnderTest store() {
            return new SabotagedLog(Sabotage.inForce());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void theSuiteCatches(Sabotage sabotage) {
        SuiteRun run = sabotage.during(() -> SuiteRun.of(Suite.class));

        assertThat(run.failed().keySet()).containsAll(sabotage.tellTales());
        assertThat(run.passed()).as("what is not concerned").isNotEmpty();
        assertThat(run.skipped()).isEmpty();
    }

    @Test
    void theSuitePassesWhereNothingIsBroken() {
        assertThat(Sabotage.NOTHING.during(() -> SuiteRun.of(Suite.class)).failed())
                .isEmpty();
    }
}
