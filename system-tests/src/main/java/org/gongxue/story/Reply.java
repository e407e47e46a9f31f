package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the house answered.
 *
 * @param status the HTTP status
 * @param headers the answer's headers
 * @param bytes the body as received
 */
record Reply(int status, HttpHeaders headers, byte[] bytes) {

    /** The body as JSON; an empty body is a missing node. */
    JsonNode json() {
        return Json.parse(bytes);
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The refusal's code, or the empty text where the answer is no problem with a code. */
    String problemCode() {
        String type = headers.firstValue("Content-Type").orElse("");
        return type.contains("json") ? json().path("code").asText("") : "";
    }
}
