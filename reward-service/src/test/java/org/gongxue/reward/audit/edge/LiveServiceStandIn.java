package org.gongxue.reward.audit.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.ReplayJson;

/** A live service with its identity provider, as far as a replay process meets them. */
final class LiveServiceStandIn implements AutoCloseable {

    static final String SECRET = "the-secret";
    private static final String TOKEN = "a-token";

    private final HttpServer server;

    LiveServiceStandIn(LiveLedger live, long publishedIndex) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/protocol/openid-connect/token", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var right = form.contains("client_id=replay") && form.contains("client_secret=" + SECRET);
            answer(exchange, right ? 200 : 401, Map.of("access_token", TOKEN));
        });
        server.createContext("/api/reward/ledger/snapshot", exchange -> answer(exchange, allowed(exchange), live));
        server.createContext(
                "/api/reward/log/position",
                exchange -> answer(exchange, allowed(exchange), Map.of("publishedIndex", publishedIndex)));
        server.start();
    }

    private static int allowed(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization")) ? 200 : 401;
    }

    private static void answer(HttpExchange exchange, int status, Object body) {
        try (exchange) {
            var bytes = ReplayJson.MAPPER.writeValueAsBytes(body);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReplaySettings settings(String kafka) {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ReplaySettings(kafka, url, url + "/realm", SECRET);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
