package org.gongxue.eventlog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.kit.Requests;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;

/** What the log's own tests need again and again. */
final class ToyLog {
    static final Instant MOMENT = Requests.MOMENT;
    static final String PRINCIPAL = Requests.PRINCIPAL;

    private ToyLog() {}

    /** A fresh database with the toy's tables. */
    static DataSource database() {
        return PostgresLog.freshDatabase();
    }

    static EventLog<ToyCommand> open(DataSource dataSource) {
        return open(dataSource, new Toy("toy"), LogConfig.of("toy"));
    }

    static EventLog<ToyCommand> open(DataSource dataSource, Toy toy, LogConfig config) {
        return EventLog.open(config, dataSource, toy, List.of(new Balances(1)));
    }

    static UUID id(String name) {
        return Requests.id(name);
    }

    static Submission<ToyCommand> submission(String id, ToyCommand command) {
        return Requests.submission(id, command);
    }

    static Submission<ToyCommand> submission(String id, String hash, ToyCommand command) {
        return Requests.submission(id, hash, command);
    }

    static Input minted(long index, String account, long coins) {
        return Requests.minted(index, account, coins);
    }

    /** An event of the mint that nobody can read. */
    static Input riddle(long index) {
        Input coins = minted(index, "a", 1);
        return new Input(
                coins.source(),
                coins.index(),
                coins.id(),
                coins.leaf(),
                coins.stream(),
                "mint.riddle",
                coins.revision(),
                coins.occurredAt(),
                coins.correlation(),
                coins.data(),
                Input.UNREAD);
    }

    static Input input(long index, ToyEvent event) {
        return Requests.input(index, event);
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Outcome> getAll(List<CompletableFuture<Outcome>> futures) {
        return futures.stream().map(ToyLog::get).toList();
    }

    /** Every event in the log, checked to be dense and true to its leaf. */
    static List<Envelope> events(DataSource dataSource) {
        return events(dataSource, "toy");
    }

    static List<Envelope> events(DataSource dataSource, String service) {
        try (var c = dataSource.getConnection()) {
            return new ArrayList<>(EventRows.after(c, service, 0, Integer.MAX_VALUE, Long.MAX_VALUE));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Holds the log up while something is handed in, so that all of it waits together and goes into as few batches as
     * the limits allow.
     */
    static void heldUp(DataSource dataSource, Runnable handIn) {
        try (var blocker = dataSource.getConnection()) {
            blocker.setAutoCommit(false);
            Locks.lock(blocker, Locks.appender(LogConfig.of("toy")));
            handIn.run();
            blocker.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as an operator, or a vandal, would. */
    static void sql(DataSource dataSource, String... statements) {
        try (var c = dataSource.getConnection();
                var s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query, as text. */
    static List<String> column(DataSource dataSource, String query) {
        try (var c = dataSource.getConnection();
                var s = c.createStatement();
                var row = s.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
