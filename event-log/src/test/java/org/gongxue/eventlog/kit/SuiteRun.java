package org.gongxue.eventlog.kit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of running a test class within a test, where some of its tests are expected to fail.
 *
 * @param passed the tests that passed, by method name
 * @param failed the tests that failed, and why
 * @param skipped the tests that did not run
 */
public record SuiteRun(Set<String> passed, Map<String, Throwable> failed, Set<String> skipped) {

    /** Runs a class. */
    public static SuiteRun of(Class<?> tests) {
        return of(tests, Map.of());
    }

    /** Runs a class under settings of the test engines. */
    public static SuiteRun of(Class<?> tests, Map<String, String> settings) {
        var listener = new Listener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameters(settings);
        LauncherFactory.create().execute(request.build(), listener);
        return listener.run;
    }

    private static final class Listener implements TestExecutionListener {
        private final SuiteRun run = new SuiteRun(
                Collections.synchronizedSet(new TreeSet<>()),
                Collections.synchronizedMap(new TreeMap<>()),
                Collections.synchronizedSet(new TreeSet<>()));

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            run.skipped.add(name(test));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (passed && test.isTest()) {
                run.passed.add(name(test));
            } else if (!passed) {
                run.failed.put(name(test), result.getThrowable().orElseGet(() -> new IllegalStateException("aborted")));
            }
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElseGet(test::getDisplayName);
        }
    }
}
