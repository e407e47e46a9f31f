package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.kit.door.AwayException;

/** Another service's log, asked with the caller's own token: whoever may not see it there gets no pack of it here. */
final class ForeignLog implements LogSource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final ObjectMapper json;
    private final String service;
    private final String logUrl;
    private final String token;

    /**
     * The log of a service.
     *
     * @param serviceUrl where its paths begin, {@code http://host:port/api/<service>}
     */
    ForeignLog(HttpClient http, ObjectMapper json, String service, String serviceUrl, String token) {
        this.http = http;
        this.json = json;
        this.service = service;
        this.logUrl = serviceUrl + "/log/";
        this.token = token;
    }

    @Override
    public String checkpoint() {
        return get("checkpoint");
    }

    /** What was heard of has been there for a while: its checkpoint comes by itself. */
    @Override
    public void hasten() {}

    @Override
    public Envelope event(long index) {
        var event = read("entries?from=" + index + "&count=1").path(0);
        return new Envelope(
                service,
                index,
                StreamId.parse(event.path("stream").asText()),
                event.path("version").asInt(),
                UUID.fromString(event.path("id").asText()),
                event.path("type").asText(),
                event.path("revision").asInt(),
                instant(event.path("occurred_at")),
                instant(event.path("recorded_at")),
                event.path("actor").asText(),
                event.path("cause").asText(),
                event.path("correlation").asText(),
                Base64.getDecoder().decode(event.path("data").asText()),
                Base64.getDecoder().decode(event.path("leaf").asText()));
    }

    private static Instant instant(JsonNode micros) {
        return Instant.EPOCH.plus(micros.asLong(), ChronoUnit.MICROS);
    }

    @Override
    public List<Long> keys() {
        var keys = new ArrayList<Long>();
        read("checkpoint/keys/history")
                .forEach(key -> keys.add(key.path("index").asLong()));
        return keys;
    }

    @Override
    public List<String> inclusion(long index, long size) {
        return hashes("proofs/inclusion?index=" + index + "&size=" + size);
    }

    @Override
    public List<String> consistency(long from, long to) {
        return hashes("proofs/consistency?from=" + from + "&to=" + to);
    }

    private List<String> hashes(String path) {
        var hashes = new ArrayList<String>();
        read(path).path("hashes").forEach(hash -> hashes.add(hash.asText()));
        return hashes;
    }

    private JsonNode read(String path) {
        try {
            return json.readTree(get(path));
        } catch (IOException e) {
            throw away(e);
        }
    }

    private String get(String path) {
        var request = HttpRequest.newBuilder(URI.create(logUrl + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private AwayException away(Exception cause) {
        return new AwayException(Refusal.conflict("SOURCE_LOG_AWAY", "service", service, null), cause);
    }
}
