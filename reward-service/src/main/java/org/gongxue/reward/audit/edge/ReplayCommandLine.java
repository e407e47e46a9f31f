package org.gongxue.reward.audit.edge;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongxue.reward.audit.ReplayMode;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is to do, as the arguments of its process.
 *
 * @param asOf the effective date; null for the present
 */
record ReplayCommandLine(
        String replayId, ReplayMode mode, @Nullable LocalDate asOf, ReplayOptions options) {

    private static final String PRESENT = "now";
    private static final String RUNNER = "quarkus-run.jar";

    List<String> arguments() {
        return List.of(replayId, mode.word(), asOf == null ? PRESENT : asOf.toString(), options.write());
    }

    static ReplayCommandLine parse(List<String> arguments) {
        if (arguments.size() != 3 && arguments.size() != 4) {
            throw new IllegalArgumentException("expected: <replay id> <mode> <date|" + PRESENT + "> [options]");
        }
        var date = arguments.get(2);
        return new ReplayCommandLine(
                arguments.get(0),
                ReplayMode.of(arguments.get(1)),
                date.equals(PRESENT) ? null : LocalDate.parse(date),
                arguments.size() == 3 ? ReplayOptions.NONE : ReplayOptions.read(arguments.get(3)));
    }

    /** The process, ready to be started: a fresh Java, the settings as its whole environment. */
    ProcessBuilder process(ReplaySettings settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = Stream.of(
                java,
                "-Xmx512m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(System.getProperty("java.class.path")),
                ReplayProcess.class.getName());
        var builder =
                new ProcessBuilder(Stream.concat(options, arguments().stream()).toList());
        builder.environment().clear();
        builder.environment().putAll(settings.environment());
        return builder;
    }

    /** The class path of the process: this one's, or the jars that Quarkus laid beside its runner. */
    static String classPath(String own) {
        var runner = Path.of(own.split(File.pathSeparator, 2)[0]);
        if (!runner.endsWith(RUNNER)) {
            return own;
        }
        var house = runner.toAbsolutePath().getParent();
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> house + File.separator + folder + File.separator + "*")
                .collect(Collectors.joining(File.pathSeparator));
    }
}
