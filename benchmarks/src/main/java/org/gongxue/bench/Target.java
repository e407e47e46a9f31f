package org.gongxue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a figure, or one figure over another, has to come to.
 *
 * @param what in words
 * @param figure its path in the last line, {@code section.field}
 * @param over the path of what it is divided by; null if it stands for itself
 * @param limit the least it has to be; for {@code atMost} the most it may be
 * @param aim what is aimed at beyond that
 * @param atMost whether less is better
 */
record Target(String what, String figure, @Nullable String over, double limit, double aim, boolean atMost) {

    /** Every target, in the order of the report. */
    static final List<Target> ALL = List.of(
            ratio("ours over pgbench, 32 callers", "append.ours32", "append.pgbench32", 1.0, 1.5),
            ratio("ours at 128 callers over pgbench at 32", "append.ours128", "append.pgbench32", 2.0, 3.0),
            ratio("one hot stream over 10,000, 32 callers", "append.hot32", "append.ours32", 0.8, 1.0),
            ratio("ours over Axon JDBC, 32 callers", "append.ours32", "append.axon32", 4.0, 4.0),
            ratio("ours over Axon JDBC, 128 callers", "append.ours128", "append.axon128", 4.0, 4.0),
            ratio("ours over Pekko JDBC, 32 callers", "append.ours32", "append.pekko32", 1.3, 1.3),
            ratio("ours over Pekko JDBC, 128 callers", "append.ours128", "append.pekko128", 1.3, 1.3),
            new Target("events published a second, backlog", "publish.drain", null, 200_000, 200_000, false),
            new Target("commit to Kafka's ack at 500/s, p50 ms", "publish.ackP50Millis", null, 5, 5, true),
            ratio("verified replay over raw consumer", "replay.verified", "replay.raw", 0.35, 0.5),
            ratio("a command over HTTP over a plain insert", "http.ours", "http.crud", 0.8, 1.0),
            new Target("commands/s, largest log over smallest", "growth.logFlat", null, 0.8, 1.0, false),
            new Target("commands/s, 10,000 events in a stream over 1", "growth.streamFlat", null, 0.8, 1.0, false));

    private static Target ratio(String what, String figure, String over, double limit, double aim) {
        return new Target(what, figure, over, limit, aim, false);
    }

    /** What it came to; empty if the run has not measured it. */
    OptionalDouble value(JsonNode figures) {
        JsonNode value = at(figures, figure);
        JsonNode per = over == null ? null : at(figures, over);
        if (!value.isNumber() || (per != null && !per.isNumber())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value.doubleValue() / (per == null ? 1 : per.doubleValue()));
    }

    private static JsonNode at(JsonNode figures, String path) {
        return figures.at("/" + path.replace('.', '/'));
    }

    boolean holds(double value) {
        return atMost ? value <= limit : value >= limit;
    }

    /** A line of the report's table. */
    String row(JsonNode figures) {
        OptionalDouble value = value(figures);
        String verdict = value.isEmpty() ? "not measured" : holds(value.getAsDouble()) ? "holds" : "**missed**";
        String shown = value.isEmpty() ? "" : number(value.getAsDouble());
        return "| " + what + " | " + shown + " | " + (atMost ? "≤ " : "≥ ") + number(limit) + " | " + number(aim)
                + " | " + verdict + " |";
    }

    /** Whole from 100 on, else two places. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
