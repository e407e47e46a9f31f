package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.pekko.actor.typed.ActorSystem;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.gongxue.local.BuiltTree;
import org.hibernate.SessionFactory;

/** What a run was made on and with. */
final class Conditions {
    private static final String SETTINGS = "SELECT name, current_setting(name) FROM pg_settings WHERE source NOT IN"
            + " ('default', 'client', 'session', 'override', 'environment variable') OR name IN ('fsync', 'synchronous_commit',"
            + " 'full_page_writes', 'wal_sync_method', 'wal_level', 'data_checksums') ORDER BY name";

    private Conditions() {}

    static ObjectNode gather(Parts parts) throws IOException, SQLException {
        var conditions = JsonNodeFactory.instance.objectNode();
        conditions.set("machine", machine(parts));
        conditions.set("postgres", postgres(parts));
        conditions.set("versions", versions());
        conditions.put("workerFlags", String.join(" ", Worker.JVM_FLAGS));
        return conditions;
    }

    private static ObjectNode machine(Parts parts) throws IOException {
        var disk = Files.getFileStore(parts.folder());
        return JsonNodeFactory.instance
                .objectNode()
                .put("cpu", after(Path.of("/proc/cpuinfo"), "model name"))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("memory", after(Path.of("/proc/meminfo"), "MemTotal"))
                .put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("disk", disk.type() + " on " + disk.name())
                .put("fsyncsPerSecond", Math.round(Machine.fsyncsPerSecond(parts.folder())))
                .put("loadBefore", Quiet.load());
    }

    /** What follows the first such name in a file of {@code name: value} lines. */
    private static String after(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return "unknown";
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static ObjectNode postgres(Parts parts) throws SQLException {
        var found = JsonNodeFactory.instance.objectNode();
        try (Connection c = parts.existing("postgres").dataSource().getConnection();
                var s = c.createStatement()) {
            found.put("version", c.getMetaData().getDatabaseProductVersion());
            try (var row = s.executeQuery(SETTINGS)) {
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
        }
        return found;
    }

    private static ObjectNode versions() throws IOException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("commit", git("rev-parse", "--short", "HEAD"))
                .put("uncommittedChanges", !git("status", "--porcelain").isEmpty())
                .put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version())
                .put("kafka", AppInfoParser.getVersion())
                .put("pgjdbc", org.postgresql.Driver.class.getPackage().getImplementationVersion())
                .put("axon", of(JdbcEventStorageEngine.class))
                .put("pekko", of(ActorSystem.class))
                .put("hibernate", of(SessionFactory.class))
                .put("hikari", of(HikariDataSource.class))
                .put("pgbench", output(Pgbench.find().toString(), "--version"));
    }

    /** The version in the name of the jar that a class comes from. */
    private static String of(Class<?> type) {
        Path jar =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return jar.getFileName().toString().replace(".jar", "");
    }

    private static String git(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = BuiltTree.find().root().toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return output(command);
    }

    private static String output(String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
