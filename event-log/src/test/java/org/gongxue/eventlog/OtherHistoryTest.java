package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.sql;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 1 and 3 when the database goes back in time under a running instance: it takes nothing more. */
@Timeout(90)
class OtherHistoryTest {
    private static final String BREAK_CONNECTIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final Toy toy = new Toy("toy");
    private final DataSource database = ToyLog.database();
    private EventLog<ToyCommand> log;

    @BeforeEach
    void tenCoinsAreRememberedAndThenAHundred() {
        log = ToyLog.open(database);
        get(log.submit(submission("1", new ToyCommand.Deposit("a", 10))));
        sql(
                database,
                "CREATE TABLE head_then AS SELECT * FROM log.head",
                "CREATE TABLE balance_then AS SELECT * FROM balance",
                "CREATE TABLE outcome_then AS SELECT * FROM log.command_outcome");
        get(log.submit(submission("2", new ToyCommand.Deposit("a", 90))));
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Everything as it was after the first deposit. */
    private void goBack() {
        sql(
                database,
                "DELETE FROM log.event WHERE index > 1",
                "TRUNCATE log.head, balance, log.command_outcome",
                "INSERT INTO log.head SELECT * FROM head_then",
                "INSERT INTO balance SELECT * FROM balance_then",
                "INSERT INTO log.command_outcome SELECT * FROM outcome_then");
    }

    /** Nothing is taken any more, whoever asks how often, and the reason says what to do. */
    private void assertNothingIsTaken() throws SQLException {
        for (String id : List.of("3", "4")) {
            assertThatThrownBy(() -> get(log.submit(submission(id, new ToyCommand.Deposit("b", 1)))))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("event 2, which was committed, is not in the database")
                    .hasMessageContaining("campus recover");
        }
        assertThat(log.standstill()).get().asString().contains("campus recover");
        assertThat(Balances.all(database)).doesNotContainKey("b");
    }

    @Test
    void aFailoverThatLostTheLastCommitIsNoticed() throws SQLException {
        goBack();
        asAnotherInstance("other");
        sql(database, BREAK_CONNECTIONS);
        assertNothingIsTaken();
    }

    @Test
    void aFailoverThatLostTheLastCommitIsNoticedThoughMoreWasCommittedSince() throws SQLException {
        goBack();
        asAnotherInstance("other");
        asAnotherInstance("and another");
        sql(database, BREAK_CONNECTIONS);
        assertNothingIsTaken();
    }

    @Test
    void aLogThatIsShorterThanRememberedIsNoticed() throws SQLException {
        goBack();
        assertNothingIsTaken();
    }

    @Test
    void aFailoverThatLostNothingIsNoStandstill() throws Exception {
        sql(database, BREAK_CONNECTIONS);
        asAnotherInstance("other");
        assertThat(get(log.submit(submission("3", new ToyCommand.Transfer("a", "b", 100))))
                        .accepted())
                .isTrue();
    }

    @Test
    void aHeadThatIsNotTheOneDecidedOnIsNotWrittenOver() throws Exception {
        goBack();
        asAnotherInstance("other");
        asAnotherInstance("and another");
        get(log.submit(submission("blind", new ToyCommand.Deposit("a", 5))));
        try (Connection c = database.getConnection()) {
            var folded = Fold.stream(c, log.rules(), toy.account().id("a"));
            assertThat(folded.version()).isEqualTo(2);
            assertThat(log.read(toy.account(), "a")).isEqualTo(folded.state());
        }
    }

    private void asAnotherInstance(String id) {
        try (var other = ToyLog.open(database)) {
            get(other.submit(submission(id, new ToyCommand.Deposit("z", 1))));
        }
    }
}
