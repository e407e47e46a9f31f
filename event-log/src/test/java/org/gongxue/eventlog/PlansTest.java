package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans are made when a log is opened and kept; what a command costs must not grow with what is there by then. */
@Timeout(90)
class PlansTest {
    private static final int COUNT = 2000;

    /** More batches than the driver takes to prepare a statement for good. */
    private static final int PLANNED_AFTER = 10;

    private final DataSource database = ToyLog.database();

    private void deposit(EventLog<ToyCommand> log, String round) {
        var outcomes = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < COUNT; i++) {
            outcomes.add(log.submit(submission(round + i, new ToyCommand.Deposit("account-" + i, 1))));
        }
        ToyLog.getAll(outcomes);
    }

    private long rowsRead(String table) {
        return Long.parseLong(ToyLog.column(
                        database,
                        "SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) FROM pg_stat_user_tables"
                                + " WHERE schemaname = 'log' AND relname = '" + table + "'")
                .getFirst());
    }

    private long rowsWritten() {
        return Long.parseLong(ToyLog.column(
                        database,
                        "SELECT n_tup_ins + n_tup_upd FROM pg_stat_user_tables"
                                + " WHERE schemaname = 'log' AND relname = 'head'")
                .getFirst());
    }

    @Test
    void aPlanMadeWhenThereWasOneHeadFindsItsHeadAmongMany() {
        try (var first = ToyLog.open(database)) {
            ToyLog.get(first.submit(submission("first", new ToyCommand.Deposit("account-0", 1))));
        }
        ToyLog.sql(database, "ANALYZE log.head", "ANALYZE log.command_outcome", "ANALYZE log.event");
        try (var log = ToyLog.open(database)) {
            for (int i = 0; i < PLANNED_AFTER; i++) {
                ToyLog.get(log.submit(submission("early " + i, new ToyCommand.Deposit("account-0", 1))));
            }
            deposit(log, "once ");
            deposit(log, "twice ");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> rowsWritten() >= 2 * COUNT);
        assertThat(rowsRead("head")).isLessThan(5 * COUNT);
        assertThat(rowsRead("command_outcome")).isLessThan(5 * COUNT);
    }
}
