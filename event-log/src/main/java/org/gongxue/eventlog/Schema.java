package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** The log's own tables, in the schema {@code log}, created by whichever instance comes first. */
final class Schema {
    private static final int VERSION = 1;
    private static final String TABLES = "/db/log/V1__log.sql";

    private Schema() {}

    static void create(DataSource dataSource, LogConfig config) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            Locks.lock(c, Locks.schema(config));
            try (Statement s = c.createStatement()) {
                s.execute("CREATE SCHEMA IF NOT EXISTS log");
                s.execute(tables());
            }
            claim(c, config.service());
            c.commit();
        }
    }

    /** A database holds the log of one service. */
    private static void claim(Connection c, String service) throws SQLException {
        try (var insert = c.prepareStatement(
                "INSERT INTO log.meta (service, schema_version) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, service);
            insert.setInt(2, VERSION);
            insert.executeUpdate();
        }
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT service, schema_version FROM log.meta")) {
            row.next();
            if (!row.getString(1).equals(service)) {
                throw new IllegalStateException(
                        "this database holds the log of " + row.getString(1) + ", not of " + service);
            }
            if (row.getInt(2) != VERSION) {
                throw new IllegalStateException("the log's tables have version " + row.getInt(2) + ", not " + VERSION);
            }
        }
    }

    private static String tables() {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream(TABLES), TABLES)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
