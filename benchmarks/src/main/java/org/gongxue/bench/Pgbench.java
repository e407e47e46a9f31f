package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own benchmark program as the physical limit of one transaction per command: 32 clients insert the row of an
 * event into the log's own table, and nothing else: no head is read, nothing is decided, no outcome is kept.
 */
final class Pgbench {
    private static final int CLIENTS = 32;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: ([0-9]+)");

    /** Everything that a client would send is a parameter; the data comes as text, as pgbench has no other. */
    private static final String SCRIPT = """
            \\set learner random(10000000, 10009999)
            \\set version random(1, 2000000000)
            INSERT INTO log.event (stream, version, id, type, revision, occurred_at, recorded_at, actor, cause, correlation, \
            data, leaf) VALUES ('learner/learner-' || :learner::text, :version, gen_random_uuid(), :type, 1, now(), now(), \
            :actor, :cause, :correlation, :data::bytea, :leaf::bytea);
            """;

    private final Path program;
    private final Path script;
    private final Database database;
    private final long serverPid;

    private Pgbench(Path program, Path script, Database database, long serverPid) {
        this.program = program;
        this.script = script;
        this.database = database;
        this.serverPid = serverPid;
    }

    /**
     * Finds the program and makes the table.
     *
     * @throws IllegalStateException if it is not installed; says how to
     */
    static Pgbench open(Parts parts, Database database) throws IOException, SQLException {
        Rows.createTables(database);
        Path script = Files.writeString(parts.folder().resolve("pgbench.sql"), SCRIPT);
        return new Pgbench(find(), script, database, parts.serverPid());
    }

    /** Where it is: on the PATH, else where Debian puts it; the newest of several. */
    static Path find() throws IOException {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, debians())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is missing, which the figures are measured against: install it (Debian: apt-get install"
                                + " postgresql-contrib; Fedora: dnf install postgresql-contrib) and run again"));
    }

    private static Stream<Path> debians() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (var all = Files.list(versions)) {
            return all
                    .sorted(java.util.Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        }
    }

    Load.Result run(long millis) throws IOException, InterruptedException {
        long self = ProcessHandle.current().pid();
        double serverBefore = Machine.cpuMicros(serverPid);
        double selfBefore = Machine.cpuMicros(self); // pgbench is counted with us once it has ended
        var process =
                new ProcessBuilder(command(millis)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = process.waitFor();
        Matcher rate = RATE.matcher(output);
        Matcher done = DONE.matcher(output);
        if (code != 0 || !rate.find() || !done.find()) {
            throw new IOException("pgbench ended with " + code + ":\n" + output);
        }
        long count = Long.parseLong(done.group(1));
        double client = (Machine.cpuMicros(self) - selfBefore) / Math.max(1, count);
        double server = (Machine.cpuMicros(serverPid) - serverBefore) / Math.max(1, count);
        return new Load.Result(count, Double.parseDouble(rate.group(1)), 0, 0, client, server);
    }

    private List<String> command(long millis) {
        String id = "00000000-0000-4000-8000-000000000000";
        String data = new String(Work.json(Work.Learning.NOTHING.decide(Work.learner(0))), UTF_8);
        return List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=" + Runtime.getRuntime().availableProcessors(),
                "--time=" + Math.max(1, millis / 1000),
                "--file=" + script,
                "--define=type=" + Work.TYPE,
                "--define=actor=" + Work.WHO,
                "--define=cause=command:" + Work.WHO + "/" + id,
                "--define=correlation=" + id,
                "--define=data=" + data,
                "--define=leaf=" + "x".repeat(Rows.HASH.length),
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + Database.USER,
                database.name());
    }
}
