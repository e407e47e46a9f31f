package org.gongxue.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes refusals as RFC 9457 problems in the caller's language: Chinese unless {@code Accept-Language} prefers English. */
@ApplicationScoped
public class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** What exactly was wrong, where the refusal can name it. */
    record Finding(
            @Nullable String field,
            @Nullable String value,
            @Nullable String needed) {
        static final Finding NONE = new Finding(null, null, null);
    }

    /** Answers the call with the refusal and ends it. */
    void answer(RoutingContext call, Refusal refusal) {
        answer(call, refusal, Finding.NONE);
    }

    /** Answers the call with the refusal and what was wrong, and ends it; what is left of its body is read and thrown away. */
    void answer(RoutingContext call, Refusal refusal, Finding finding) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Buffer body = body(call.request(), refusal, finding, Correlation.of(call));
        response.setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language")
                .putHeader(
                        HttpHeaders.CONTENT_LANGUAGE,
                        Language.of(call.request()).tag());
        response.end(body);
        call.request().resume();
    }

    /** The problem as bytes, for an answer that is written elsewhere. */
    Buffer body(HttpServerRequest request, Refusal refusal, Finding finding, @Nullable String correlation) {
        Language language = Language.of(request);
        Problem problem = new Problem(
                "urn:gongxue:problem:" + refusal.name(),
                language.text(refusal.name() + ".title"),
                refusal.status(),
                language.text(refusal.name() + ".detail"),
                refusal.name(),
                finding.field(),
                finding.value(),
                finding.needed(),
                correlation);
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }
}
