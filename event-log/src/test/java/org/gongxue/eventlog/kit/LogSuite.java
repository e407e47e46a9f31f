package org.gongxue.eventlog.kit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What any log must pass, with one instance or with several. A log is run through it by a class that extends this one:
 *
 * <pre>{@code
 * class OurLogTest extends LogSuite {
 *     OurLogTest() {
 *         super(2);
 *     }
 *
 *     @Override
 *     protected LogUnderTest store() {
 *         return new OurLog();
 *     }
 * }
 * }</pre>
 *
 * Every test fails for a log that does nothing ({@link DoesNothingLog}).
 */
@Timeout(90)
public abstract class LogSuite
        implements CommandSentences, RecordSentences, NeighborSentences, InputSentences, InstanceSentences {
    private final int instances;
    private OpenLog log;

    /** Runs the suite with so many instances on one store. */
    protected LogSuite(int instances) {
        this.instances = instances;
    }

    /** A fresh, empty store. */
    protected abstract LogUnderTest store();

    @BeforeEach
    void openLog() {
        log = new OpenLog(store(), instances);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Override
    public OpenLog log() {
        return log;
    }
}
