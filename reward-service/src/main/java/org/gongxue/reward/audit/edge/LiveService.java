package org.gongxue.reward.audit.edge;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gongxue.reward.audit.ReplayJson;
import org.jspecify.annotations.Nullable;

/** The live service as the replay process meets it: by its public interface, with a token of its own. */
final class LiveService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whoever is away for a moment (5xx, no connection) is asked again. */
    private static final RetryPolicy<Object> AWAY_FOR_A_MOMENT = RetryPolicy.builder()
            .handle(AwayIoException.class)
            .withDelay(Duration.ofMillis(500))
            .withMaxRetries(7)
            .build();

    /** Somebody is away, perhaps for a moment only. */
    private static final class AwayIoException extends IOException {

        private static final long serialVersionUID = 1L;

        AwayIoException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private record Token(String access_token) {}

    private final ReplaySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    LiveService(ReplaySettings settings) {
        this.settings = settings;
    }

    /** An access token of the replay's own client. */
    String token() throws IOException {
        var form = "grant_type=client_credentials&client_id=" + ReplaySettings.CLIENT_ID + "&client_secret="
                + URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(settings.oidcUrl() + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return answer(request, Token.class).access_token();
    }

    /** Reads a resource of the reward service. */
    <T> T get(String path, String token, Class<T> type) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(settings.rewardUrl() + "/api/reward/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .GET()
                .build();
        return answer(request, type);
    }

    private <T> T answer(HttpRequest request, Class<T> type) throws IOException {
        try {
            return Failsafe.with(AWAY_FOR_A_MOMENT).get(() -> ask(request, type));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof IOException away) {
                throw away;
            }
            throw e;
        }
    }

    private <T> T ask(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AwayIoException(request.uri() + " cannot be reached", e);
        }
        try (var body = response.body()) {
            if (response.statusCode() >= 500) {
                throw new AwayIoException(request.uri() + " answered " + response.statusCode(), null);
            }
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode());
            }
            return ReplayJson.MAPPER.readValue(body, type);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
