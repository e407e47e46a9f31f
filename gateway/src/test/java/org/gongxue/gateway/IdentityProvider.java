package org.gongxue.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The other side of OpenID Connect for these tests: everyone who comes is signed in at once as {@link #LEARNER}. It checks what a
 * real one checks of the gateway: the client's secret and the proof key. The system tests use Keycloak.
 */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {

    static final String LEARNER = "13900000001";
    static final String SECRET = "portal-secret-of-these-tests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_ID = "key-1";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final long LIFE_SECONDS = 1_800;

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile long firstLifeSeconds = LIFE_SECONDS;
    private HttpServer server;
    private KeyPair key;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer(),
                "quarkus.oidc.credentials.secret",
                SECRET,
                "quarkus.oidc.authentication.state-secret",
                "state-key-of-these-tests-32-chars",
                "quarkus.oidc.token-state-manager.encryption-secret",
                "session-key-of-these-tests-32-chars");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == IdentityProvider.class);
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How long the tokens of the next sign-ins live; what is refreshed lives half an hour. */
    void setFirstLife(Duration life) {
        firstLifeSeconds = life.toSeconds();
    }

    /** How often tokens were replaced by new ones. */
    int refreshes() {
        return refreshes.get();
    }

    /** An access token as Keycloak writes it. */
    String accessToken(String username, String... roles) {
        return accessToken(Duration.ofSeconds(LIFE_SECONDS), username, roles);
    }

    String accessToken(Duration life, String username, String... roles) {
        return Jwt.issuer(issuer())
                .subject("sub-" + username)
                .claim("typ", "Bearer")
                .claim("preferred_username", username)
                .claim("name", "王师傅（样例）")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(life.toSeconds())
                .jws()
                .keyId(KEY_ID)
                .sign(key.getPrivate());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        String back = query.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", URI.create(back).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder().encodeToString(("portal:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean ourClient =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String refreshToken = form.get("refresh_token");
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        if (ourClient && refreshToken != null && refreshTokens.remove(refreshToken)) {
            refreshes.incrementAndGet();
            json(exchange, 200, tokens(null, LIFE_SECONDS));
        } else if (ourClient && asked != null && isProven(asked, form.get("code_verifier"))) {
            json(exchange, 200, tokens(asked.get("nonce"), firstLifeSeconds));
        } else {
            json(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private static boolean isProven(Map<String, String> asked, String verifier) {
        return asked.get("code_challenge_method").equals("S256")
                && asked.get("code_challenge").equals(BASE64URL.encodeToString(sha256(verifier)));
    }

    private Map<String, Object> tokens(String nonce, long lifeSeconds) {
        JwtClaimsBuilder idToken = Jwt.issuer(issuer())
                .subject("sub-" + LEARNER)
                .audience(Set.of("portal"))
                .claim("preferred_username", LEARNER)
                .claim("name", "王师傅（样例）")
                .expiresIn(lifeSeconds);
        if (nonce != null) {
            idToken.claim("nonce", nonce);
        }
        String refreshToken = "refresh-" + UUID.randomUUID();
        refreshTokens.add(refreshToken);
        return Map.of(
                "access_token",
                accessToken(LEARNER, "learner"),
                "id_token",
                idToken.jws().keyId(KEY_ID).sign(key.getPrivate()),
                "refresh_token",
                refreshToken,
                "token_type",
                "Bearer",
                "expires_in",
                lifeSeconds);
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/end-session");
    }

    private Map<String, Object> keys() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        Map<String, Object> jwk = Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                unsigned(rsa.getModulus()),
                "e",
                unsigned(rsa.getPublicExponent()));
        return Map.of("keys", List.of(jwk));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
