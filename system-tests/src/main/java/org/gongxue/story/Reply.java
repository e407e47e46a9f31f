package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the house answered. */
record Reply(HttpResponse<byte[]> response) {

    /** The HTTP status. */
    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** The body as received. */
    byte[] bytes() {
        return response.body();
    }

    /** The body as JSON; an empty body is a missing node. */
    JsonNode json() {
        return Json.parse(bytes());
    }

    boolean succeeded() {
        return status() / 100 == 2;
    }
}
