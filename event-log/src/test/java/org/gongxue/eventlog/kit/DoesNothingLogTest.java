package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Guards the suite: a log that does nothing fails every test of it, and no test is left out. */
class DoesNothingLogTest {

    /** Run by this guard only; its name keeps the build from running it. */
    static final class Suite extends LogSuite {
        Suite() {
            super(2);
        }

        @Override
        protected LogUnderTest store() {
            return new DoesNothingLog();
        }
    }

    @Test
    void everyTestFailsForALogThatDoesNothing() {
        var run = SuiteRun.of(Suite.class);

        assertThat(run.passed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.failed().keySet()).isEqualTo(sentences());
        assertThat(run.failed().values())
                .as("each by an assertion of its own")
                .allMatch(AssertionError.class::isInstance);
    }

    static Set<String> sentences() {
        Set<String> sentences = Arrays.stream(LogSuite.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sentences).hasSizeGreaterThan(25);
        return sentences;
    }
}
