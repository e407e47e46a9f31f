package org.gongxue.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway that says what reached it. */
public class ServiceBehind implements QuarkusTestResourceLifecycleManager {

    /** Lets the event stream go on to its second event. */
    private final CountDownLatch secondEvent = new CountDownLatch(1);

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/enrollment/echo", ServiceBehind::echo);
            server.createContext("/api/enrollment/refused", ServiceBehind::refused);
            server.createContext("/api/reward/self-check", ServiceBehind::echo);
            server.createContext("/api/reward/progress", this::progress);
            server.createContext(
                    "/q/openapi", exchange -> answer(exchange, 200, "application/yaml", "openapi: 3.1.0\n"));
            server.start();
            String address = "http://localhost:" + server.getAddress().getPort();
            return Map.of(
                    "gongxue.services.enrollment", address,
                    "gongxue.services.reward", address,
                    "gongxue.services.credit-bank", "http://localhost:" + portNobodyListensOn());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == ServiceBehind.class);
    }

    void sendSecondEvent() {
        secondEvent.countDown();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        long bytes = 0;
        try (InputStream body = exchange.getRequestBody()) {
            byte[] buffer = new byte[65_536];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                bytes += n;
            }
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        exchange.getResponseHeaders().set("Set-Cookie", "service=1");
        exchange.getResponseHeaders().set("Log-Index", "enrollment=42");
        answer(
                exchange,
                201,
                "application/json",
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "method",
                                exchange.getRequestMethod(),
                                "uri",
                                exchange.getRequestURI().toString(),
                                "bytes",
                                bytes,
                                "headers",
                                headers)));
    }

    private static void refused(HttpExchange exchange) throws IOException {
        answer(exchange, 422, "application/problem+json", "{\"code\":\"CREDITS_SHORT\",\"status\":422}");
    }

    private void progress(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream events = exchange.getResponseBody()) {
            events.write("data: {\"percent\":50}\n\n".getBytes(StandardCharsets.UTF_8));
            events.flush();
            if (secondEvent.await(20, TimeUnit.SECONDS)) {
                events.write("data: {\"percent\":100}\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static int portNobodyListensOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
