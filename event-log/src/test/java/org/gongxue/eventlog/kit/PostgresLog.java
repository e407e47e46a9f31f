package org.gongxue.eventlog.kit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/** {@link EventLog} on PostgreSQL as a log under test; its tables are read with SQL of our own. */
public final class PostgresLog implements LogUnderTest {
    private static final String EMPTY = """
        DO $$ BEGIN EXECUTE (
          SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema')); END $$\
        """;

    private final DataSource database;
    private final DataSource reached;
    private final Domain<ToyCommand> domain;
    private final LogConfig config;

    /**
     * A log in a database that has the toy's tables.
     *
     * @param database the database as it is
     * @param reached the same, as the log reaches it
     * @param domain what decides
     * @param config its limits
     */
    public PostgresLog(DataSource database, DataSource reached, Domain<ToyCommand> domain, LogConfig config) {
        this.database = database;
        this.reached = reached;
        this.domain = domain;
        this.config = config;
    }

    /** An empty log in a database that may have held another one of the toy's. */
    public static PostgresLog emptied(DataSource database) {
        empty(database);
        return new PostgresLog(database, database, new Toy("toy"), LogConfig.of("toy"));
    }

    /** Empties every table: quicker than a fresh database for every test. */
    public static void empty(DataSource database) {
        try (Connection c = database.getConnection();
                var s = c.createStatement()) {
            s.execute(EMPTY);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh database with the toy's tables. */
    public static DataSource freshDatabase() {
        DataSource database = TestPostgres.database().dataSource();
        try {
            Balances.createTables(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    @Override
    public Instance open() {
        return new Opened(EventLog.open(config, reached, domain, List.of(new Balances(1))));
    }

    private record Opened(EventLog<ToyCommand> log) implements Instance {
        @Override
        public CompletableFuture<Outcome> submit(Submission<ToyCommand> submission) {
            return log.submit(submission);
        }

        @Override
        public CompletableFuture<Outcome> accept(Input input) {
            return log.accept(input);
        }

        @Override
        public Account read(String account) {
            return log.read(new Toy("toy").account(), account);
        }

        @Override
        public long nextInput(String source) {
            return log.nextInput(source);
        }

        @Override
        public void close() {
            log.close();
        }
    }

    @Override
    public List<Envelope> events() {
        return rows("SELECT * FROM log.event ORDER BY index", PostgresLog::envelope);
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                "toy",
                row.getLong("index"),
                StreamId.parse(row.getString("stream")),
                row.getInt("version"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("cause"),
                row.getString("correlation"),
                row.getBytes("data"),
                row.getBytes("leaf"));
    }

    @Override
    public Books books() {
        try {
            return new Books(
                    Balances.all(database), Set.copyOf(rows("SELECT text FROM note", row -> row.getString("text"))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Long> parked(String source) {
        return rows(
                "SELECT index FROM log.parked_input WHERE source = '" + source + "' ORDER BY index",
                row -> row.getLong("index"));
    }

    /** Holds the appender's lock meanwhile. */
    @Override
    public void together(Runnable handingIn) {
        try (Connection blocker = database.getConnection();
                var s = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            s.execute("SELECT pg_advisory_xact_lock(" + config.lockKey() + ")");
            handingIn.run();
            blocker.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}

    /** Reads a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Reading<T> reading) {
        try (Connection c = database.getConnection();
                var s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            var rows = new ArrayList<T>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
