package org.gongxue.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongxue.local.backup.Backup;
import org.gongxue.local.backup.Contents;
import org.gongxue.local.backup.Restore;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.process.Progress;

/** The commands that keep what the campus holds and bring it back (docs/runbooks/backup-and-restore.md). */
final class Safekeeping {
    private static final Set<Part> SERVICES = EnumSet.of(Part.ENROLLMENT, Part.CREDIT_BANK, Part.REWARD);

    private final PrintStream out;
    private final Progress progress = Progress.standard();
    private final CampusConfig config;
    private final Home home;

    Safekeeping(Map<String, String> environment, PrintStream out) {
        this.out = out;
        this.config = CampusConfig.lasting(environment, progress);
        this.home = config.home();
    }

    /** Backs all databases up; whether the campus runs or not makes no difference to it. */
    int backup(List<String> arguments) {
        if (arguments.size() > 1) {
            return notUnderstood("backup takes the folder to write, or nothing");
        }
        Path folder = arguments.isEmpty()
                ? home.folder().resolve("backups").resolve(moment())
                : Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        Backup backup = withPostgres(server -> {
            try (var _ = progress.ticking()) {
                Progress.Step step = progress.begin("backup", "beginning");
                Backup taken = Backup.take(server, folder, step);
                step.done(taken.files() + " files, " + taken.size());
                return taken;
            }
        });
        out.println("Backup of all databases in " + backup.folder());
        Contents.print(backup.contents().logs(), out);
        out.println(
                "Not in it: the secrets and keys in " + home.secrets() + ". Without them nobody can open this backup;"
                        + " keep a copy of that folder somewhere else. The topics need no backup while a database lives.");
        return Commands.DONE;
    }

    /** Does something with PostgreSQL, started for that alone if the campus is down. */
    private <T> T withPostgres(Function<PostgresServer, T> work) {
        Census census = Census.of(home);
        if (census.living().containsKey(Part.POSTGRES)) {
            Ports ports = home.recordedPorts().orElse(config.ports());
            return work.apply(new PostgresServer(config.on(ports), new Secrets(home.secrets())));
        }
        requireDown(census);
        if (!home.data(Part.POSTGRES).toFile().exists()) {
            throw new CampusException("there are no databases in " + home.folder());
        }
        try (RunningCampus campus = Campus.start(config.only(Set.of(Part.POSTGRES)))) {
            return work.apply(campus.postgres());
        }
    }

    private void requireDown(Census census) {
        if (!census.isEmpty() || census.launcher().isPresent()) {
            throw new CampusException("a campus runs in " + home.folder() + ": ./campus down first");
        }
    }

    /** Puts a backup in place of the present data, which is set aside. */
    int restore(List<String> arguments) {
        if (arguments.size() != 1) {
            return notUnderstood("restore takes the folder of a backup");
        }
        requireDown(Census.of(home));
        Path backup = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        Restore restored;
        try (var _ = home.create().lock();
                var _ = progress.ticking()) {
            Progress.Step step = progress.begin("restore", "checking");
            int postgres = new PostgresServer(config, new Secrets(home.secrets())).majorVersion();
            restored = Restore.run(backup, home, postgres, moment(), step);
            step.done("checked and put in place");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Contents.End> ends = read(restored);
        out.println("Restored the backup of " + restored.contents().takenAt() + ":");
        Contents.print(ends, out);
        restored.setAside().ifPresent(path -> out.println("The data of before is in " + path + "."));
        out.println("What the topics hold beyond that comes back with ./campus recover; then ./campus up.");
        return Commands.DONE;
    }

    private List<Contents.End> read(Restore restored) {
        try {
            return withPostgres(server -> {
                try {
                    return Contents.ends(server);
                } catch (SQLException e) {
                    throw new CampusException("the restored databases cannot be read: " + e.getMessage(), e);
                }
            });
        } catch (CampusException e) {
            throw restored.setAside()
                    .map(aside -> new CampusException(e.getMessage() + "\n" + Restore.undo(aside, home), e))
                    .orElse(e);
        }
    }

    /** Brings restored logs up to their topics, with everything else down. */
    int recover(List<String> arguments) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        arguments.forEach(name -> parts.add(Part.named(name)));
        if (!SERVICES.containsAll(parts)) {
            return notUnderstood("recover takes enrollment, credit-bank or reward, or nothing for all three");
        }
        requireDown(Census.of(home));
        try (RunningCampus campus = Campus.start(config.only(EnumSet.of(Part.POSTGRES, Part.KAFKA)))) {
            for (Part part : parts.isEmpty() ? SERVICES : parts) {
                String report;
                try (var _ = progress.ticking()) {
                    Progress.Step step = progress.begin(part.label(), "recovering");
                    report = campus.recover(part);
                    step.done("up to its topic");
                }
                out.print(report);
            }
        }
        out.println("Start it with ./campus up.");
        return Commands.DONE;
    }

    private static String moment() {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private int notUnderstood(String why) {
        out.println("campus: " + why + "; see ./campus help");
        return Commands.NOT_UNDERSTOOD;
    }
}
