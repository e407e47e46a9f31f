package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A whole demo: the story and what it took.
 *
 * @param story what the story found
 * @param readySeconds from the start of the first process until all were ready
 * @param pssBytes memory of all processes of the campus and of the driver, each shared page counted once
 */
record DemoReport(StoryReport story, double readySeconds, long pssBytes) {

    private static final double MIB = 1024 * 1024;

    /** Prints the table and the measures, for people. */
    void print(PrintStream out) {
        Table.print(story.acts(), out);
        story.events()
                .forEach((service, count) ->
                        out.println(String.format(Locale.ROOT, "events %-12s %,9d", service, count)));
        Replay replay = story.replay();
        out.println(String.format(
                Locale.ROOT,
                "replay %s: %,d events, %,d/s, %d differences",
                replay.verdict(),
                replay.events(),
                replay.eventsPerSecond(),
                replay.differences()));
        out.println(String.format(
                Locale.ROOT,
                "seconds ready %.1f, story %.1f, replay %.1f",
                readySeconds,
                story.seconds(),
                replay.seconds()));
        out.println(String.format(Locale.ROOT, "memory (PSS) %,.0f MiB, driver included", pssBytes / MIB));
        long checks = story.acts().stream().mapToLong(a -> a.checks().size()).sum();
        long wrong = story.acts().stream()
                .flatMap(a -> a.checks().stream())
                .filter(c -> !c.holds())
                .count();
        out.println(
                story.ok() ? "✓ all " + checks + " checks hold" : "✗ " + wrong + " of " + checks + " checks differ");
    }

    /** The same for programs, on one line. */
    String json() {
        ObjectNode events = Json.object();
        story.events().forEach((service, count) -> events.put(service.replace('-', '_'), count));
        Replay replay = story.replay();
        return Json.object(
                        "acts", story.acts().stream().map(DemoReport::act).toList(),
                        "events", events,
                        "replay",
                                Json.object(
                                        "verdict", replay.verdict(),
                                        "events", replay.events(),
                                        "events_per_second", replay.eventsPerSecond(),
                                        "differences", replay.differences()),
                        "seconds",
                                Json.object(
                                        "ready", rounded(readySeconds),
                                        "story", rounded(story.seconds()),
                                        "replay", rounded(replay.seconds())),
                        "ok", story.ok())
                .toString();
    }

    private static JsonNode act(Act act) {
        return Json.object(
                "name", act.name(),
                "checks",
                        act.checks().stream()
                                .map(c -> Json.object("name", c.name(), "expected", c.expected(), "found", c.found()))
                                .toList());
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
