package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.sql;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 3 when the database goes back in time under a running instance: it decides on what is there. */
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

    private void assertOnlyTenCoinsCanBeSpent() throws Exception {
        assertThat(get(log.submit(submission("3", new ToyCommand.Transfer("a", "b", 100))))
                        .accepted())
                .isFalse();
        assertThat(get(log.submit(submission("4", new ToyCommand.Transfer("a", "b", 10))))
                        .accepted())
                .isTrue();
        assertThat(Balances.all(database)).containsEntry("a", 0L).containsEntry("b", 10L);
        try (Connection c = database.getConnection()) {
            assertThat(Fold.stream(c, log.rules(), toy.account().id("a")).json())
                    .isEqualTo("{\"coins\":0,\"notes\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFailoverThatLostTheLastCommitLosesWhatIsRememberedOfIt() throws Exception {
        goBack();
        asAnotherInstance(submission("other", new ToyCommand.Deposit("z", 1)));
        sql(database, BREAK_CONNECTIONS);
        assertOnlyTenCoinsCanBeSpent();
    }

    @Test
    void aLogThatIsShorterThanRememberedIsReadAgain() throws Exception {
        goBack();
        assertOnlyTenCoinsCanBeSpent();
    }

    @Test
    void aHeadThatIsNotTheOneDecidedOnIsNotWrittenOver() throws Exception {
        goBack();
        asAnotherInstance(submission("other", new ToyCommand.Deposit("z", 1)));
        assertThat(log.lastIndex()).as("as long as remembered").isEqualTo(2);
        get(log.submit(submission("blind", new ToyCommand.Deposit("a", 5))));
        try (Connection c = database.getConnection()) {
            var folded = Fold.stream(c, log.rules(), toy.account().id("a"));
            assertThat(folded.version()).isEqualTo(2);
            assertThat(log.read(toy.account(), "a")).isEqualTo(folded.state());
        }
    }

    private void asAnotherInstance(Submission<ToyCommand> submission) {
        try (var other = ToyLog.open(database)) {
            get(other.submit(submission));
        }
    }
}
