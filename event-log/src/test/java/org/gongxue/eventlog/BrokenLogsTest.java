package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.LogSuite;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.kit.SuiteRun;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite would notice: each broken log is caught by the sentences that it makes untrue, and only by some. */
@Timeout(120)
class BrokenLogsTest {

    /** Run by this test only; its name keeps the build from running it. */
    static final class Suite extends LogSuite {
        private static final Map<Sabotage, DataSource> DATABASES = new EnumMap<>(Sabotage.class);

        Suite() {
            super(2);
        }

        @Override
        protected LogUnderTest store() {
            Sabotage sabotage = Sabotage.IN_FORCE.get();
            return new SabotagedLog(
                    sabotage, DATABASES.computeIfAbsent(sabotage, fresh -> PostgresLog.freshDatabase()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSuiteCatches(Sabotage sabotage) {
        SuiteRun run = ScopedValue.where(Sabotage.IN_FORCE, sabotage).call(() -> SuiteRun.of(Suite.class));

        System.out.println(sabotage + " fails " + run.failed().keySet());
        assertThat(run.failed().keySet()).containsAll(sabotage.tellTales());
        assertThat(run.passed()).as("what is not concerned").isNotEmpty();
        assertThat(run.skipped()).isEmpty();
    }
}
