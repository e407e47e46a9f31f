package org.gongxue.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gongxue.local.CampusException;

/** Access tokens of the local realm, fetched when needed and used again until shortly before they expire. Safe for many threads. */
public final class Tokens {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Held(String token, Instant expires) {}

    private final URI endpoint;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Tokens of one realm, which its issuer address names. */
    public Tokens(URI realmUrl, Secrets secrets) {
        this.endpoint = URI.create(realmUrl + "/protocol/openid-connect/token");
        this.secrets = secrets;
    }

    /**
     * The access token of a sample account or of a machine client.
     *
     * @throws CampusException when there is no such account, or Keycloak does not answer or refuses
     */
    public String of(String account) {
        return held.compute(
                        account,
                        (name, known) -> known != null && known.expires.isAfter(Instant.now()) ? known : fetch(name))
                .token;
    }

    private Held fetch(String account) {
        Optional<MachineClient> machine = MachineClient.named(account);
        var form = new LinkedHashMap<String, String>();
        if (machine.isPresent()) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", account);
            form.put("client_secret", secrets.clientSecret(account));
        } else {
            form.put("grant_type", "password");
            form.put("client_id", Realm.SCRIPT_CLIENT);
            form.put("username", SampleAccount.named(account).username());
            form.put("password", secrets.samplePassword());
        }
        HttpResponse<String> answer = post(form);
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new CampusException("Keycloak gives no token for " + account + ": HTTP " + answer.statusCode()
                        + " " + answer.body());
            }
            Instant expires =
                    Instant.now().plusSeconds(body.get("expires_in").asLong()).minus(MARGIN);
            return new Held(body.get("access_token").asText(), expires);
        } catch (IOException e) {
            throw new CampusException("Keycloak's answer is no JSON: HTTP " + answer.statusCode(), e);
        }
    }

    private HttpResponse<String> post(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CampusException("Keycloak does not answer at " + endpoint + ": is the campus up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampusException("interrupted while waiting for Keycloak", e);
        }
    }
}
