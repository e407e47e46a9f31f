package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One account at work: what it sends and reads through the gateway. Paths begin with {@code /api/}. */
public final class Person {

    static final int BATCH_MAX = 500;
    private static final String JSON = "application/json";

    private final House house;
    private final String account;

    Person(House house, String account) {
        this.house = house;
        this.account = account;
    }

    /** Sends a command and gives the answer, whatever it is. */
    Reply attempt(String path, JsonNode body) {
        return attempt(path, JSON, Json.bytes(body));
    }

    Reply attempt(String path, String contentType, byte[] body) {
        var request = house.request(account, path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body));
        return house.command(path, request);
    }

    /** Sends a command that must be accepted. */
    JsonNode command(String path, JsonNode body) {
        return accepted(path, attempt(path, body)).json();
    }

    /** Sends a command of its own content type that must be accepted. */
    JsonNode command(String path, String contentType, byte[] body) {
        return accepted(path, attempt(path, contentType, body)).json();
    }

    /** Sends items in batches of at most {@value #BATCH_MAX}, side by side; the results come in the items' order. */
    List<JsonNode> batch(String path, List<? extends JsonNode> items) {
        return batch(path, items, BATCH_MAX);
    }

    /** The same with at most so many items in one request. */
    List<JsonNode> batch(String path, List<? extends JsonNode> items, int together) {
        List<JsonNode> bodies = new ArrayList<>();
        for (int from = 0; from < items.size(); from += together) {
            bodies.add(Json.items(items.subList(from, Math.min(from + together, items.size()))));
        }
        List<JsonNode> results = new ArrayList<>();
        house.map(bodies, body -> command(path, body))
                .forEach(answer -> answer.path("results").forEach(results::add));
        if (results.size() != items.size()) {
            throw new IllegalStateException(path + ": " + items.size() + " items, " + results.size() + " results");
        }
        return results;
    }

    /** Sends items that must all be accepted, and gives the ids that were assigned to them. */
    List<String> batchAccepted(String path, List<? extends JsonNode> items) {
        List<String> ids = new ArrayList<>();
        for (JsonNode result : batch(path, items)) {
            if (!result.path("status").asText().equals("accepted")) {
                throw new IllegalStateException(account + ": " + path + ": " + result);
            }
            ids.add(result.path("id").asText());
        }
        return ids;
    }

    /** Uploads a spreadsheet by the form field {@code file}. */
    Reply attemptUpload(String path, String fileName, byte[] content) {
        String boundary = "story-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + Workbooks.CONTENT_TYPE + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return attempt(path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** Uploads a spreadsheet that must be taken. */
    JsonNode upload(String path, String fileName, byte[] content) {
        return accepted(path, attemptUpload(path, fileName, content)).json();
    }

    /** Reads, and gives the answer whatever it is; {@code language} as in Accept-Language. */
    Reply look(String path, String language) {
        return house.read(
                path,
                house.request(account, path).header("Accept-Language", language).GET());
    }

    /** Reads something that must be there. */
    JsonNode read(String path) {
        return download(path).json();
    }

    /** Reads all pages of a list. */
    List<JsonNode> readAll(String path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = read(path);
        all.addAll(Json.list(page));
        while (page.hasNonNull("next")) {
            String cursor = URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
            page = read(path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor);
            all.addAll(Json.list(page));
        }
        return all;
    }

    /** Reads bytes that must be there. */
    Reply download(String path) {
        Reply reply = look(path, "zh-CN");
        return accepted(path, reply);
    }

    private Reply accepted(String path, Reply reply) {
        if (!reply.succeeded()) {
            throw new UnexpectedReplyException(account, "request to", path, reply);
        }
        return reply;
    }
}
