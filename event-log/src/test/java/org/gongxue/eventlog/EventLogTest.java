package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a log on PostgreSQL has; all that any log has is said by {@link org.gongxue.eventlog.kit.LogSuite}. */
@Timeout(90)
class EventLogTest {
    private final Toy toy = new Toy("toy");
    private DataSource database;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        database = ToyLog.database();
        log = ToyLog.open(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aFullQueueSaysComeAgain() {
        log.close();
        log = ToyLog.open(database, toy, LogConfig.of("toy").withQueueMax(0));

        assertThatThrownBy(() -> get(log.submit(submission("1", new ToyCommand.Deposit("a", 1)))))
                .isInstanceOfSatisfying(
                        LogBusyException.class,
                        busy -> assertThat(busy.retryAfter()).isPositive());
    }

    @Test
    void aClosedLogSaysComeAgain() {
        log.close();
        assertThatThrownBy(() -> get(log.submit(submission("1", new ToyCommand.Deposit("a", 1)))))
                .isInstanceOf(LogBusyException.class);
    }

    @Test
    void aDatabaseHoldsTheLogOfOneService() {
        assertThatThrownBy(() -> ToyLog.open(database, new Toy("other"), LogConfig.of("other")))
                .hasMessageContaining("holds the log of toy");
    }

    @Test
    void recordedTimesNeverGoBack() {
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 1))));
        ToyLog.sql(database, "UPDATE log.event SET recorded_at = '2999-01-01T00:00:00Z'");
        get(log.submit(submission("2", new ToyCommand.Deposit("a", 1))));

        assertThat(ToyLog.column(database, "SELECT recorded_at = '2999-01-01T00:00:00Z' FROM log.event"))
                .containsExactly("t", "t");
    }

    @Test
    void whatTheDatabaseRefusedMayBeHandedInAgainOnceItDoesNot() {
        ToyLog.sql(database, "ALTER TABLE balance ADD CONSTRAINT poor CHECK (coins < 100)");
        var rich = submission("rich", new ToyCommand.Deposit("a", 1000));
        assertThatThrownBy(() -> get(log.submit(rich))).isInstanceOf(CommandFailedException.class);
        ToyLog.sql(database, "ALTER TABLE balance DROP CONSTRAINT poor");

        assertThat(get(log.submit(rich)).accepted()).isTrue();
        assertThat(ToyLog.events(database)).hasSize(1);
    }

    @Test
    void whoeverBreaksAKeyOfAReadModelIsToldWhich() {
        get(log.submit(submission("first", new ToyCommand.Note("b", "taken"))));
        assertThatThrownBy(() -> get(log.submit(submission("second", new ToyCommand.Note("b", "taken")))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("note_pkey");
    }
}
