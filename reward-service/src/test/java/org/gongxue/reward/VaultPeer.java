package org.gongxue.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The vault's payee door and the identity provider's token door, as another process would answer over HTTP: a token for
 * client credentials, accounts for that token. {@code GET /asked} tells what it was asked.
 */
final class VaultPeer implements AutoCloseable {

    private static final String TOKEN = "token-of-reward-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    VaultPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/api/enrollment/payees", this::payees);
        server.createContext("/asked", exchange -> answer(exchange, 200, asked));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var known = form.contains("grant_type=client_credentials");
        answer(exchange, known ? 200 : 401, Map.of("access_token", TOKEN, "token_type", "Bearer", "expires_in", 300));
    }

    private void payees(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of());
            return;
        }
        var request = JSON.readTree(exchange.getRequestBody());
        asked.add(request);
        var payees = new ArrayList<Map<String, Object>>();
        for (var learner : request.path("payees")) {
            payees.add(Map.of(
                    "learnerId",
                    learner.path("learnerId").asText(),
                    "version",
                    learner.path("version").asInt(),
                    "name",
                    "样例 " + learner.path("learnerId").asText(),
                    "accountNumber",
                    "6222020111122220001",
                    "bankName",
                    "样例银行",
                    "bankCode",
                    "102452000000"));
        }
        answer(exchange, 200, payees);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
