package org.gongxue.eventlog.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL for tests: started once per JVM when first asked for, a fresh database for whoever asks. */
public final class TestPostgres {
    /** The user of every test database; it has no password. */
    public static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("unix_socket_directories", "")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where the programs of PostgreSQL are, for whoever runs one of its own. */
    public static Path programs() {
        try (Connection c = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh, empty database. */
    public static Database database() {
        return database("");
    }

    /** A fresh database that holds what another holds at this moment; nobody may be connected to that. */
    public static Database copyOf(Database other) {
        return database(" TEMPLATE " + other.url().substring(other.url().lastIndexOf('/') + 1));
    }

    private static Database database(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection c = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name + template);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return new Database("jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name);
    }

    /**
     * A test database.
     *
     * @param url its JDBC address, without user
     */
    public record Database(String url) {

        /** Hands out plain connections, unpooled. */
        public DataSource dataSource() {
            var dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            dataSource.setUser(USER);
            return dataSource;
        }
    }
}
