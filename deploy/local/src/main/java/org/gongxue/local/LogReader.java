package org.gongxue.local;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the services' logs over the public API, as an administrator. */
final class LogReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE_MAX = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Supplier<String> token;
    private final String language;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /**
     * What was found.
     *
     * @param events newest first
     * @param lastIndex where the log ended when the search began: whatever comes later is above it
     */
    record Found(List<JsonNode> events, long lastIndex) {}

    /** Reads through a gateway, with the access token that holds at each moment. */
    LogReader(String url, Supplier<String> token, String language) {
        this.url = url;
        this.token = token;
        this.language = language;
    }

    /** One event, whole. */
    JsonNode event(String service, long index) {
        return get("/api/" + service + "/log/events/" + index);
    }

    /**
     * Looks for events. A search that runs out of its time is taken up where it stopped.
     *
     * @param stopped told where a search stopped, before it goes on
     */
    Found events(String service, Map<String, String> query, int limit, LongConsumer stopped) {
        var events = new ArrayList<JsonNode>();
        String before = "";
        long lastIndex = -1;
        while (events.size() < limit) {
            JsonNode page = get("/api/" + service + "/log/events?" + asQuery(query) + before + "limit="
                    + Math.min(PAGE_MAX, limit - events.size()));
            page.path("items").forEach(events::add);
            lastIndex = lastIndex < 0 ? page.path("lastIndex").asLong() : lastIndex;
            if (!page.hasNonNull("next")) {
                break;
            }
            before = "before=" + page.get("next").asLong() + "&";
            if (page.path("outOfTime").asBoolean()) {
                stopped.accept(page.get("next").asLong());
            }
        }
        return new Found(events, lastIndex);
    }

    private static String asQuery(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept-Language", language)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new CampusException(body.path("detail").asText("HTTP " + answer.statusCode()));
            }
            return body;
        } catch (IOException e) {
            throw new CampusException("the gateway does not answer at " + url + ": is the campus up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CampusException("interrupted while reading the log", e);
        }
    }
}
