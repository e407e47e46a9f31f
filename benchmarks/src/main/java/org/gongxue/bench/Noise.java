package org.gongxue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** Whether the machine was quiet enough for a run to count, by what {@link Quiet} noted with each of its rounds. */
final class Noise {
    private final List<JsonNode> rounds;

    Noise(JsonNode run) {
        this.rounds = run.path("raw").findValues("machine");
    }

    /** The share of disturbed rounds. */
    double disturbed() {
        double best = rounds.stream()
                .mapToDouble(round -> Math.min(before(round), after(round)))
                .min()
                .orElse(0);
        long count = rounds.stream()
                .filter(round ->
                        round.path("stolen").asDouble() > Quiet.STOLEN_MAX || before(round) > best * Quiet.SPIN_MAX)
                .count();
        return rounds.isEmpty() ? 0 : count / (double) rounds.size();
    }

    boolean counts() {
        return disturbed() <= Quiet.DISTURBED_MAX;
    }

    /** In a sentence. */
    String verdict() {
        String share = String.format(
                Locale.ROOT, "%.0f of %d rounds were disturbed", disturbed() * rounds.size(), rounds.size());
        return counts()
                ? "The machine was quiet: " + share + "."
                : "**The machine was too noisy for these figures to count:** " + share + ".";
    }

    private static double before(JsonNode round) {
        return round.path("spinBeforeMillis").asDouble();
    }

    private static double after(JsonNode round) {
        return round.path("spinAfterMillis").asDouble();
    }
}
