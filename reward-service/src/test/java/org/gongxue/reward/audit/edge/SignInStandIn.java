package org.gongxue.reward.audit.edge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.gongxue.kit.testing.Tokens;

/** The identity provider as a replay process meets it: gives the replay's own token, at once or when it is let. */
final class SignInStandIn {

    private final HttpServer server;
    private final ReentrantLock door = new ReentrantLock();

    SignInStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realm/protocol/openid-connect/token", exchange -> {
            door.lock();
            try (exchange) {
                var token = Tokens.of("service-account-replay", "auditor");
                var body = ("{\"access_token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } finally {
                door.unlock();
            }
        });
        server.start();
    }

    String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** Nobody gets a token until the door is opened again. */
    void close() {
        door.lock();
    }

    void open() {
        door.unlock();
    }
}
