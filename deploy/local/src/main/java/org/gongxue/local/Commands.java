package org.gongxue.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.gongxue.local.process.Memory;
import org.gongxue.local.process.Programs;
import org.gongxue.local.process.Progress;

/** The commands of the script that need a JVM. */
final class Commands {
    static final int DONE = 0;
    private static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;
    private static final int NOT_ALL_UP = 3;

    /** Loads a small sample world through the public API into a running campus; part of the stories, not of this module. */
    private static final String SAMPLE_STORY = "org.gongxue.story.Sample";

    private final Map<String, String> environment;
    private final PrintStream out;

    Commands(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Does what the arguments say; the answer is the exit code. */
    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "up" -> up(new TreeSet<>(rest));
            case "running" -> running();
            case "down" -> down();
            case "status" -> status();
            case "log" -> log(rest);
            case "token" -> token(rest);
            case "backup" -> new Safekeeping(environment, out).backup(rest);
            case "restore" -> new Safekeeping(environment, out).restore(rest);
            case "recover" -> new Safekeeping(environment, out).recover(rest);
            default -> {
                out.println("campus: unknown command \"" + command + "\"; see ./campus help");
                yield NOT_UNDERSTOOD;
            }
        };
    }

    private int up(Set<String> options) {
        var progress = Progress.standard();
        CampusConfig config = CampusConfig.lasting(environment, progress);
        RunningCampus campus = Campus.start(config);
        Welcome.print(out, config.home(), campus.ports());
        out.printf(
                Locale.ROOT,
                "Ready after %.1f s, %s of memory in all.%n",
                campus.readySeconds(),
                Memory.readable(campus.pssTotalBytes()));
        boolean sampleLoaded = !options.contains("--sample") || loadSample(config);
        if (options.contains("--detach")) {
            campus.detach();
            out.println("It runs in the background; ./campus down stops it.");
            return sampleLoaded ? DONE : FAILED;
        }
        out.println("Ctrl-C stops it.");
        String report = campus.unexpectedEnd().join();
        System.err.println("campus: " + report);
        campus.close();
        return FAILED;
    }

    private boolean loadSample(CampusConfig config) {
        if (!config.tree().hasStory(SAMPLE_STORY)) {
            out.println("There is no sample world in this build.");
            return false;
        }
        out.println("Loading the sample world …");
        var story = new ProcessBuilder(
                        Programs.java(),
                        "-Xmx256m",
                        "-Dcampus.root=" + config.tree().root(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        config.tree().storyClasspath(),
                        SAMPLE_STORY)
                .inheritIO();
        story.environment().put("CAMPUS_HOME", config.home().folder().toString());
        try {
            return story.start().waitFor() == 0;
        } catch (IOException e) {
            throw new CampusException("cannot load the sample world: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** For the script: whether there is no need to build and start anything. */
    private int running() {
        Home home = home();
        if (!Census.of(home).isComplete()) {
            return NOT_ALL_UP;
        }
        out.println("The campus is running already.");
        home.recordedPorts().ifPresent(ports -> Welcome.print(out, home, ports));
        return DONE;
    }

    private int down() {
        ThrowAwayHome.sweep();
        Census census = Census.of(home());
        if (census.isEmpty() && census.launcher().isEmpty()) {
            out.println("Nothing was running in " + home().folder() + ".");
            return DONE;
        }
        var progress = Progress.standard();
        try (var _ = progress.ticking()) {
            Progress.Step step =
                    progress.begin("campus", "stopping " + census.living().size() + " processes");
            census.stopAll();
            step.done("stopped " + census.living().size() + " processes");
        }
        return DONE;
    }

    private int status() {
        Home home = home();
        Census census = Census.of(home);
        Ports ports = home.recordedPorts().orElseGet(() -> Ports.fromEnvironment(environment));
        out.println("Campus in " + home.folder());
        out.printf("  %-12s %-5s %8s %6s %9s%n", "PROCESS", "STATE", "PID", "PORT", "MEMORY");
        Set<Part> parts = EnumSet.copyOf(Part.standard());
        parts.addAll(census.living().keySet());
        for (Part part : parts) {
            ProcessHandle process = census.living().get(part);
            if (process == null) {
                out.printf("  %-12s %-5s%n", part.label(), "down");
            } else {
                out.printf(
                        "  %-12s %-5s %8d %6d %9s%n",
                        part.label(),
                        "up",
                        process.pid(),
                        ports.of(part),
                        Memory.readable(Memory.pssBytes(List.of(process))));
            }
        }
        var everyone = new ArrayList<>(census.living().values());
        census.launcher().ifPresent(everyone::add);
        OptionalLong total = everyone.isEmpty() ? OptionalLong.of(0) : Memory.pssBytes(everyone);
        out.printf(
                "  %d of %d processes up, %s in all (PSS, with the launcher if it runs)%n",
                census.living().size(), parts.size(), Memory.readable(total));
        return census.isComplete() ? DONE : NOT_ALL_UP;
    }

    private int log(List<String> arguments) {
        var request = LogRequest.of(arguments);
        if (request.isEmpty()) {
            out.println("campus: log needs one of " + String.join(", ", LogRequest.SERVICES)
                    + " and its options; see ./campus help");
            return NOT_UNDERSTOOD;
        }
        String language = environment.getOrDefault("LANG", "").startsWith("zh") ? "zh-CN" : "en";
        CampusAccess campus = Campus.attach(home());
        var reader =
                new LogReader(campus.url(), () -> campus.token(request.get().account()), language);
        new LogCommand(request.get(), reader, out).run();
        return DONE;
    }

    private int token(List<String> accounts) {
        if (accounts.size() != 1) {
            out.println("campus: token needs one account; see ./campus help");
            return NOT_UNDERSTOOD;
        }
        out.println(Campus.attach(home()).token(accounts.getFirst()));
        return DONE;
    }

    private Home home() {
        return Home.fromEnvironment(environment, BuiltTree.find());
    }
}
