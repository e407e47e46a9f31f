package org.gongxue.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.process.Programs;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A Quarkus program in a JVM of its own that registers union units, each with a request of its own. */
final class HttpPeer implements Contender {
    private static final String ADMINISTRATOR = "00000000-0000-4000-8000-000000000001";
    private static final Duration START = Duration.ofSeconds(90);
    private static final int TOKEN_MINUTES = 120;
    private static final int CREATED = 201;
    private static final String ROOT = "city";
    private static final KeyPair KEYS = keys();

    /** One client for all peers; as many connections as callers. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI units;
    private final String token = token();

    private HttpPeer(Process process, int port) {
        this.process = process;
        this.units = URI.create("http://127.0.0.1:" + port + "/api/enrollment/units");
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String token() {
        var claims = new JwtClaims();
        claims.setSubject(ADMINISTRATOR);
        claims.setClaim("realm_access", Map.of("roles", List.of("administrator")));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(TOKEN_MINUTES);
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKey(KEYS.getPrivate());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }

    /** Starts the program of a module of this tree on a database, and registers the root of the tree of units. */
    static HttpPeer start(Parts parts, String module, Database database) throws IOException, InterruptedException {
        int port = freePort();
        Path log = parts.folder().resolve(database.name() + ".log");
        var command = new ArrayList<String>(List.of(Programs.java()));
        command.addAll(Worker.JVM_FLAGS);
        settings(parts, database, port).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(BuiltTree.find().serviceJar(module).toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var peer = new HttpPeer(process, port);
        peer.awaitRoot(log);
        return peer;
    }

    private static Map<String, String> settings(Parts parts, Database database, int port) {
        return Map.of(
                "quarkus.profile",
                "bench", // the identity provider is this class
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
                "quarkus.http.port",
                Integer.toString(port),
                "quarkus.datasource.jdbc.url",
                database.url(),
                "quarkus.datasource.username",
                Database.USER,
                "quarkus.datasource.password",
                Database.USER,
                "gongxue.kafka",
                parts.kafka(),
                "gongxue.vault.keys",
                parts.folder().resolve("vault-keys").toString(),
                "gongxue.first-administrator",
                ADMINISTRATOR,
                "java.util.logging.manager",
                "org.jboss.logmanager.LogManager");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitRoot(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!registersRoot()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("a service does not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private boolean registersRoot() throws InterruptedException {
        try {
            return post("{\"unitId\":\"" + ROOT + "\",\"name\":\"市总工会\",\"level\":\"CITY\",")
                            .statusCode()
                    == CREATED;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void append(String learner) throws IOException, InterruptedException {
        var answer = post("{\"parentId\":\"" + ROOT + "\",\"name\":\"" + learner + "\",\"level\":\"DISTRICT\",");
        if (answer.statusCode() != CREATED) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> post(String begin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(units)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(
                        begin + "\"ownership\":\"NOT_APPLICABLE\",\"affiliation\":\"DISTRICT\"}"));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(20))) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
