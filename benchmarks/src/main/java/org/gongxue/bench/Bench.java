package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code campus bench log [--quick] [--json]}: every section on the same parts; the last line is the result as JSON. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** In the order in which they run. */
    private static final List<Section> SECTIONS = List.of(
            new Section("append", Duration.ofSeconds(150), Duration.ofMinutes(8), AppendSection::run),
            new Section("growth", Duration.ofSeconds(70), Duration.ofMinutes(6), GrowthSection::run));

    private Bench() {}

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
            System.out.println(run(flags.contains("--quick")));
        } catch (Exception e) {
            e.printStackTrace();
            code = FAILED;
        }
        System.exit(code);
    }

    private static ObjectNode run(boolean quick) throws Exception {
        var result = JsonNodeFactory.instance.objectNode();
        Duration planned = SECTIONS.stream().map(s -> s.planned(quick)).reduce(Duration.ZERO, Duration::plus);
        try (Parts parts = Parts.start(new Clock(planned))) {
            for (Section section : SECTIONS) {
                parts.clock().begin(section.name(), section.planned(quick));
                result.set(
                        section.name(), section.measurement().run(parts, quick).figures());
            }
        }
        return result;
    }
}
