package org.gongxue.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code campus log}: prints the events of a service's log. */
final class LogCommand {
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final int FOLLOWED_MAX = 10_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final LogRequest request;
    private final LogReader reader;
    private final PrintStream out;

    LogCommand(LogRequest request, LogReader reader, PrintStream out) {
        this.request = request;
        this.reader = reader;
        this.out = out;
    }

    /** Prints what was asked for; following ends when the program is interrupted. */
    void run() {
        if (request.index() > 0) {
            show(reader.event(request.service(), request.index()));
        } else if (request.effectsOf() > 0) {
            effects();
        } else if (request.follow()) {
            follow();
        } else {
            print(request.service(), look(request.service(), request.query()).events());
        }
    }

    private LogReader.Found look(String service, Map<String, String> query) {
        return reader.events(
                service,
                query,
                request.limit(),
                index -> System.err.println("campus: looked back to event " + index + ", looking on …"));
    }

    private void effects() {
        var cause = Map.of("cause", request.service() + "/" + request.effectsOf());
        for (String other : LogRequest.SERVICES) {
            if (!other.equals(request.service())) {
                print(other, look(other, cause).events().reversed());
            }
        }
    }

    /** Every look begins where the one before ended, whether that found anything or not. */
    private void follow() {
        var found = look(request.service(), request.query());
        long seen = 0;
        while (!Thread.currentThread().isInterrupted()) {
            var events = found.events();
            print(request.service(), events.reversed());
            long newest = events.isEmpty() ? 0 : events.getFirst().path("index").asLong();
            seen = Math.max(seen, Math.max(newest, found.lastIndex()));
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var query = new HashMap<>(request.query());
            query.put("after", Long.toString(seen));
            found = reader.events(request.service(), query, FOLLOWED_MAX, _ -> {});
        }
    }

    private void print(String service, List<JsonNode> events) {
        for (JsonNode event : events) {
            out.println(request.json() ? event : line(service, event));
        }
        out.flush();
    }

    private static String line(String service, JsonNode event) {
        JsonNode input = event.path("input");
        String type = (input.isObject() ? input : event).path("type").asText();
        String words = input.isObject()
                ? "← " + input.path("words").asText()
                : event.path("words").asText();
        return String.format(
                Locale.ROOT,
                "%-12s %9d  %s  %-28s %s  %s  %s",
                service,
                event.path("index").asLong(),
                moment(event.path("recordedAt")),
                type.substring(type.lastIndexOf('.') + 1),
                event.path("stream").asText(),
                words,
                event.path("cause").asText());
    }

    private void show(JsonNode whole) {
        if (request.json()) {
            out.println(whole);
            return;
        }
        JsonNode event = whole.path("event");
        out.println(line(request.service(), event));
        out.println("  occurred     " + moment(event.path("occurredAt")));
        out.println("  actor        " + event.path("actor").asText());
        out.println("  cause        " + event.path("cause").asText());
        out.println("  correlation  " + event.path("correlation").asText());
        out.println("  type         " + event.path("type").asText() + " revision "
                + event.path("revision").asInt());
        out.println("  id           " + whole.path("id").asText());
        out.println("  leaf         " + whole.path("leaf").asText()
                + (whole.path("intact").asBoolean() ? "" : "  CHANGED: the row is not what its leaf says"));
        out.println(whole.path("data").toPrettyString().indent(2).stripTrailing());
        out.println("  of the same cause:");
        whole.path("together").forEach(other -> out.println("  " + line(request.service(), other)));
    }

    private static String moment(JsonNode instant) {
        return MOMENT.format(Instant.parse(instant.asText()));
    }
}
