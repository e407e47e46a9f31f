package org.gongxue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Stands in for the identity provider and the reward service: all that a replay asks is answered from memory. */
final class LiveLedgerStandIn implements AutoCloseable {
    private final HttpServer server;
    private final String kafka;

    LiveLedgerStandIn(String kafka, JsonNode live) throws IOException {
        this.kafka = kafka;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var nodes = JsonNodeFactory.instance;
        byte[] snapshot = Work.json(live);
        byte[] token = Work.json(nodes.objectNode().put("access_token", "a-token"));
        byte[] position = Work.json(
                nodes.objectNode().put("publishedIndex", live.get("index").asLong()));
        server.createContext("/realm/protocol/openid-connect/token", exchange -> answer(exchange, token));
        server.createContext("/api/reward/ledger/snapshot", exchange -> answer(exchange, snapshot));
        server.createContext("/api/reward/log/position", exchange -> answer(exchange, position));
        server.start();
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    /** The environment of a replay's process. */
    Map<String, String> environment() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "GONGXUE_KAFKA",
                kafka,
                "GONGXUE_REWARD_URL",
                url,
                "GONGXUE_OIDC_URL",
                url + "/realm",
                "GONGXUE_REPLAY_CLIENT_SECRET",
                "a-secret");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
