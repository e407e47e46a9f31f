package org.gongxue.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.CampusException;
import org.gongxue.local.Folders;
import org.gongxue.local.Home;
import org.gongxue.local.Part;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Progress;

/** PostgreSQL with one database for each service and one for Keycloak, each open to its own role alone. */
public final class PostgresServer implements CampusPart {
    private static final String SUPERUSER = "postgres";
    private static final String INVALID_PASSWORD = "28P01";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** The databases that hold a service's log. */
    public static final List<String> SERVICE_DATABASES = List.of("enrollment", "credit_bank", "reward");

    private static final List<String> DATABASES =
            Stream.concat(SERVICE_DATABASES.stream(), Stream.of("keycloak")).toList();

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            // No socket file: its path would be too long in some homes, and TCP is enough.
            "unix_socket_directories", "",
            "max_connections", "100",
            "shared_buffers", "128MB",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final CampusConfig config;
    private final Secrets secrets;

    public PostgresServer(CampusConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** The JDBC address of a database. */
    static String url(CampusConfig config, String database) {
        return "jdbc:postgresql://127.0.0.1:" + config.ports().of(Part.POSTGRES) + "/" + database;
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void prepare(Progress.Step step) {
        if (Files.exists(data())) {
            return;
        }
        Path restoring = restoring(config.home());
        if (Files.exists(restoring)) {
            throw new CampusException("a restore did not come to its end: " + restoring + " is there and " + data()
                    + " is not. Run ./campus restore again; the data of before, if there was any, is beside them in"
                    + " postgres.before-restore-…");
        }
        step.doing("making the data folder");
        Path growing = data().resolveSibling("postgres.growing");
        try {
            Folders.delete(growing);
            output(programs()
                    .command(
                            "initdb",
                            List.of(
                                    "--pgdata=" + growing,
                                    "--username=" + SUPERUSER,
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + secrets.databasePasswordFile(SUPERUSER),
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8")));
            Files.move(growing, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CampusException("PostgreSQL's program failed: " + String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampusException("interrupted while a program of PostgreSQL ran", e);
        }
    }

    @Override
    public Launch launch() {
        var arguments = new ArrayList<String>(List.of("-D", data().toString(), "-p", Integer.toString(port())));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return new Launch(
                programs().command("postgres", arguments),
                Map.of(),
                config.home().folder());
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new CampusException(
                        "the secrets in " + config.home().secrets() + " do not belong to the data in " + data()
                                + ": bring the right ones back, or remove both",
                        e);
            }
            return false;
        }
    }

    @Override
    public void furnish() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
                    statement.execute(
                            "CREATE ROLE " + database + " LOGIN PASSWORD '" + secrets.databasePassword(database) + "'");
                }
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + database);
                }
                statement.execute("REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new CampusException("the databases cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private Connection connect() throws SQLException {
        return connect(SUPERUSER);
    }

    /** A connection to a database that may do everything. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.put("user", SUPERUSER);
        properties.put("password", secrets.databasePassword(SUPERUSER));
        properties.put("connectTimeout", "2");
        properties.put("socketTimeout", "60");
        return DriverManager.getConnection(url(config, database), properties);
    }

    private PostgresPrograms programs() {
        return PostgresPrograms.from(config.tree().postgresJar());
    }

    private int port() {
        return config.ports().of(Part.POSTGRES);
    }

    /** Where a backup is copied to before it takes the place of the data; while it is there alone, nothing starts. */
    public static Path restoring(Home home) {
        return home.data(Part.POSTGRES).resolveSibling("postgres.restoring");
    }

    /** The mark of the secrets that it is opened with. */
    public String secretsMark() {
        return secrets.mark();
    }

    /** The major version of its programs, which is the one whose data they can open. */
    public int majorVersion() {
        try {
            return major(output(programs().command("postgres", List.of("--version"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The major version in what PostgreSQL says of its version.
     *
     * @throws CampusException if there is none
     */
    public static int major(String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.find()) {
            throw new CampusException("not a version of PostgreSQL: " + version.strip());
        }
        return Integer.parseInt(number.group());
    }

    /** Its data folder. */
    public Path data() {
        return config.home().data(Part.POSTGRES);
    }
}
