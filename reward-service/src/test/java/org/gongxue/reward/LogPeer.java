package org.gongxue.reward;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogTree;

/** Stands in for the public interface of other services' logs; the logs behind it are real. */
final class LogPeer {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final Map<String, LogTree> logs;
    private final HttpServer server;
    private volatile boolean away;

    LogPeer(Map<String, LogTree> logs) throws IOException {
        this.logs = logs;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether everybody who asks is told to come again. */
    void setAway(boolean away) {
        this.away = away;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var isKnown = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
        var path = exchange.getRequestURI().getPath().split("/", 5);
        var answer = answer(logs.get(path[2]), path[4], query(exchange)).getBytes(UTF_8);
        exchange.sendResponseHeaders(away ? 503 : isKnown ? 200 : 401, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private static String answer(LogTree tree, String what, Map<String, Long> query) throws IOException {
        return switch (what) {
            case "checkpoint" -> tree.checkpoint().orElse("");
            case "checkpoint/keys/history" -> JSON.writeValueAsString(tree.keys());
            case "proofs/inclusion" -> JSON.writeValueAsString(tree.inclusion(query.get("index"), query.get("size")));
            case "proofs/consistency" -> JSON.writeValueAsString(tree.consistency(query.get("from"), query.get("to")));
            case "entries" ->
                JSON.writeValueAsString(tree.entries(query.get("from"), Math.toIntExact(query.get("count"))).stream()
                        .map(LogPeer::entry)
                        .toList());
            default -> throw new IOException("nobody asks for " + what);
        };
    }

    private static Map<String, Long> query(HttpExchange exchange) {
        var query = new HashMap<String, Long>();
        var text = exchange.getRequestURI().getQuery();
        for (var part : text == null ? List.<String>of() : List.of(text.split("&"))) {
            var pair = part.split("=", 2);
            query.put(pair[0], Long.valueOf(pair[1]));
        }
        return query;
    }

    private static ObjectNode entry(Envelope e) {
        return JSON.createObjectNode()
                .put("service", e.service())
                .put("index", e.index())
                .put("stream", e.stream().toString())
                .put("version", e.version())
                .put("id", e.id().toString())
                .put("type", e.type())
                .put("revision", e.revision())
                .put("occurred_at", micros(e.occurredAt()))
                .put("recorded_at", micros(e.recordedAt()))
                .put("actor", e.actor())
                .put("cause", e.cause())
                .put("correlation", e.correlation())
                .put("data", e.data())
                .put("leaf", e.leaf());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
