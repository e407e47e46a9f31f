package org.gongxue.story;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.CampusException;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.process.Progress;

/**
 * {@code campus demo}: starts a throw-away campus, plays the story on it and prints what was expected beside what was
 * found. Exits with 0 only when every check holds.
 */
public final class Demo {

    private static final String JSON = "--json";
    private static final String KEEP = "--keep";
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Demo() {}

    /** Plays the story; {@code --json} makes the last line an object for programs, {@code --keep} leaves the data. */
    public static void main(String[] args) throws IOException {
        Set<String> options = Set.of(args);
        if (!List.of(JSON, KEEP).containsAll(options)) {
            System.err.println("usage: campus demo [--json] [--keep]");
            System.exit(MISUSED);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            DemoReport report = play(options.contains(KEEP), StoryListener.NONE, out);
            report.print(out);
            if (report.story().failure() != null) {
                report.story().failure().printStackTrace();
            }
            if (options.contains(JSON)) {
                out.println(report.json());
            }
            System.exit(report.story().ok() ? 0 : FAILED);
        } catch (CampusException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private static DemoReport play(boolean keep, StoryListener listener, PrintStream out) throws IOException {
        CampusConfig throwAway = CampusConfig.throwAway(System.getenv(), Progress.standard());
        try (RunningCampus campus = Campus.start(keep ? throwAway.kept() : throwAway)) {
            if (keep) {
                out.println("data stays in " + campus.home().folder());
            }
            return play(campus, listener, out);
        }
    }

    /** Plays the story on a campus that is empty and keeps a simulated calendar, with a line of progress for each act. */
    static DemoReport play(RunningCampus campus, StoryListener listener, PrintStream out) {
        PolicyFiles policies = PolicyFiles.of(BuiltTree.find());
        try (House house = new House(URI.create(campus.url()), campus::token)) {
            StoryReport story = new Story(house, new Announcing(listener, out)).play(policies);
            return new DemoReport(
                    story, campus.readySeconds(), campus.pssTotalBytes().orElse(0));
        }
    }

    /** Says on one line what each act found and how long it took. */
    private record Announcing(StoryListener listener, PrintStream out) implements StoryListener {

        @Override
        public void beforeAct(String name) {
            out.println("  " + name + " …");
            listener.beforeAct(name);
        }

        @Override
        public void afterAct(Act act) {
            long holding = act.checks().stream().filter(Check::holds).count();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-18s %6.1f s  %d of %d checks hold",
                    act.name(),
                    act.seconds(),
                    holding,
                    act.checks().size()));
            listener.afterAct(act);
        }

        @Override
        public void duringRelease() {
            listener.duringRelease();
        }
    }
}
