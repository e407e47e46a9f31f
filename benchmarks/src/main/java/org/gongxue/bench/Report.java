package org.gongxue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The part of {@code benchmarks/README.md} that holds figures, made from a file of raw results and from nothing else. */
final class Report {
    private static final String BEGIN = "<!-- Written by the tool from the raw results; do not edit. -->";
    private static final String END = "<!-- End of what the tool writes. -->";

    private final JsonNode run;

    Report(JsonNode run) {
        this.run = run;
    }

    /** Puts the figures between the two marks of the file, and the picture beside it. */
    void update(Path readme, String resultsFile) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme + " lacks the marks between which figures stand");
        }
        Files.writeString(
                readme, text.substring(0, begin) + BEGIN + "\n\n" + markdown(resultsFile) + "\n" + text.substring(end));
        Files.writeString(readme.resolveSibling("append.svg"), new Bars(run.at("/figures/append")).svg());
    }

    /** The figures beside their targets, for a terminal. */
    String markdown(String resultsFile) {
        var lines = new ArrayList<String>();
        lines.add("Measured " + run.path("when").asText() + " at commit `"
                + run.at("/conditions/versions/commit").asText() + "`; raw results: [" + resultsFile + "]("
                + resultsFile
                + "). " + new Noise(run).verdict());
        lines.add("");
        lines.add("| what | measured | required | aim | |");
        lines.add("|---|---:|---:|---:|---|");
        Target.ALL.forEach(target -> lines.add(target.row(run.path("figures"))));
        lines.add("");
        lines.addAll(lines());
        lines.add("");
        lines.addAll(conditions());
        return String.join("\n", lines) + "\n";
    }

    /** Every line that was measured in rounds: median, spread, time and processor time of a command. */
    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("| line | per second | spread | p50 ms | p99 ms | CPU µs per command, client + server |");
        lines.add("|---|---:|---:|---:|---:|---:|");
        Map<String, List<JsonNode>> byLine = new TreeMap<>();
        run.path("raw")
                .properties()
                .forEach(section -> section.getValue()
                        .path("rounds")
                        .forEach(round -> byLine.computeIfAbsent(
                                        section.getKey() + " "
                                                + round.path("line").asText(),
                                        _ -> new ArrayList<>())
                                .add(round)));
        byLine.forEach((line, rounds) -> lines.add(row(line, rounds)));
        return lines;
    }

    private static String row(String line, List<JsonNode> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.0f %% | %s | %s | %s |",
                line,
                median(rounds, "perSecond"),
                100 * Figures.spread(values(rounds, "perSecond")),
                shown(median(rounds, "p50Micros") / 1000, "%.2f"),
                shown(median(rounds, "p99Micros") / 1000, "%.2f"),
                shown(median(rounds, "clientCpuMicros"), "%.0f") + shown(median(rounds, "serverCpuMicros"), " + %.0f"));
    }

    /** Nothing where nothing was measured. */
    private static String shown(double value, String format) {
        return value == 0 ? "" : String.format(Locale.ROOT, format, value);
    }

    private List<String> conditions() {
        var lines = new ArrayList<String>();
        run.path("conditions").properties().forEach(group -> {
            if (group.getValue().isObject()) {
                var values = new ArrayList<String>();
                group.getValue()
                        .properties()
                        .forEach(value -> values.add(
                                value.getKey() + " " + value.getValue().asText()));
                lines.add("- " + group.getKey() + ": " + String.join(", ", values));
            } else {
                lines.add("- " + group.getKey() + ": " + group.getValue().asText());
            }
        });
        return lines;
    }

    private static double median(List<JsonNode> rounds, String field) {
        return Figures.median(values(rounds, field));
    }

    private static List<Double> values(List<JsonNode> rounds, String field) {
        return rounds.stream().map(round -> round.path(field).asDouble()).toList();
    }
}
