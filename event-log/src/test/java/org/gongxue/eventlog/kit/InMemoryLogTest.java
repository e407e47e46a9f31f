package org.gongxue.eventlog.kit;

/** The log that everything else is compared with passes the suite itself. */
class InMemoryLogTest extends LogSuite {
    InMemoryLogTest() {
        super(2);
    }

    @Override
    protected LogUnderTest store() {
        return new InMemoryLog();
    }
}
