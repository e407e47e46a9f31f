package org.gongxue.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.gongxue.local.BuiltTree;

/**
 * {@code campus bench log [--quick] [--json]}: every section on the same parts. Raw results and conditions go to a file;
 * a full run brings the report up to date. The last line is the result as JSON.
 */
public final class Bench {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** In the order in which they run. */
    private static final List<Section> SECTIONS = List.of(
            new Section("append", Duration.ofSeconds(170), Duration.ofMinutes(9), AppendSection::run),
            new Section("growth", Duration.ofSeconds(60), Duration.ofMinutes(5), GrowthSection::run),
            new Section("publish", Duration.ofSeconds(60), Duration.ofMinutes(4), PublishSection::run),
            new Section("replay", Duration.ofSeconds(45), Duration.ofMinutes(5), ReplaySection::run),
            new Section("http", Duration.ofSeconds(110), Duration.ofMinutes(4), HttpSection::run));

    private final boolean quick;
    private final boolean silent;
    private final ObjectNode figures = JsonNodeFactory.instance.objectNode();
    private final ObjectNode raw = JsonNodeFactory.instance.objectNode();
    private final ObjectNode run = JsonNodeFactory.instance.objectNode();

    private Bench(boolean quick, boolean silent) {
        this.quick = quick;
        this.silent = silent;
    }

    /** What the script calls. Exit code 0: measured; 1: failed, and said why; 2: not understood. */
    public static void main(String[] args) {
        List<String> flags = List.of(args).subList(Math.min(1, args.length), args.length);
        if (args.length == 0
                || !args[0].equals("log")
                || !Set.of("--quick", "--json").containsAll(flags)) {
            System.err.println("usage: campus bench log [--quick] [--json]");
            System.exit(MISUSED);
        }
        int code = 0;
        try {
            new Bench(flags.contains("--quick"), flags.contains("--json")).run();
        } catch (Exception e) {
            e.printStackTrace();
            code = FAILED;
        }
        System.exit(code);
    }

    private void run() throws Exception {
        Duration planned = SECTIONS.stream().map(s -> s.planned(quick)).reduce(Duration.ZERO, Duration::plus);
        run.put(
                "when",
                ZonedDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        run.put("quick", quick);
        try (Parts parts = Parts.start(new Clock(planned))) {
            run.set("conditions", Conditions.gather(parts));
            for (Section section : SECTIONS) {
                parts.clock().begin(section.name(), section.planned(quick));
                Section.Found found = section.measurement().run(parts, quick);
                figures.set(section.name(), found.figures());
                raw.set(section.name(), found.raw());
            }
        }
        run.set("figures", figures);
        run.set("raw", raw);
        String kept = keep();
        if (!silent) {
            System.out.println(new Report(run).markdown(kept));
        }
        System.out.println(figures);
    }

    /** Keeps the raw results; a quick run's outside of what is committed. */
    private String keep() throws IOException {
        Path folder = BuiltTree.find().root().resolve("benchmarks");
        String name = LocalDate.now(ZoneOffset.UTC) + "-"
                + run.at("/conditions/versions/commit").asText() + ".json";
        String file = (quick ? "target/quick-" : "results/") + name;
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path, Work.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(run) + "\n");
        if (!quick) {
            new Report(run).update(folder.resolve("README.md"), file);
        }
        return file;
    }
}
