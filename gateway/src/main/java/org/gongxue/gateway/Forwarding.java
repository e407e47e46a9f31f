package org.gongxue.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way to a service and back: what the service must not see is taken off, what it needs to know is put on, and a
 * service that is down becomes a problem the caller can read.
 */
final class Forwarding implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final long UNKNOWN_LENGTH = -1;

    private final RoutingContext call;
    private final String target;
    private final @Nullable String accessToken;
    private final long uploadLimitBytes;
    private final Problems problems;
    private @Nullable LimitedBody limitedBody;

    /**
     * @param target path and query at the service
     * @param accessToken the caller's token; none for documents that are open to everyone
     */
    Forwarding(
            RoutingContext call,
            String target,
            @Nullable String accessToken,
            long uploadLimitBytes,
            Problems problems) {
        this.call = call;
        this.target = target;
        this.accessToken = accessToken;
        this.uploadLimitBytes = uploadLimitBytes;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(target);
        MultiMap headers = request.headers();
        dropHopByHop(headers);
        List.copyOf(headers.names()).stream().filter(Forwarding::forgeable).forEach(headers::remove);
        headers.remove(HttpHeaders.COOKIE);
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.remove(HttpHeaders.EXPECT);
        if (accessToken != null) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
        }
        headers.set(Correlation.HEADER, Correlation.of(call));
        headers.set("X-Forwarded-For", call.request().remoteAddress().hostAddress());
        if (request.getBody().length() == UNKNOWN_LENGTH) {
            limitedBody = new LimitedBody(request.getBody().stream(), uploadLimitBytes);
            request.setBody(Body.body(limitedBody, UNKNOWN_LENGTH));
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(problem(request, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        dropHopByHop(headers);
        headers.remove(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SERVER);
        HttpServerResponse response = call.response();
        leaveCompressionToWhoeverBegan(headers, response.headers());
        List.copyOf(response.headers().names()).forEach(headers::remove);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return context.sendResponse();
    }

    /** Quarkus marks every answer "identity"; without the mark it compresses. Only JSON is worth it, and an event stream must flow. */
    private static void leaveCompressionToWhoeverBegan(MultiMap fromService, MultiMap toCaller) {
        String type = fromService.get(HttpHeaders.CONTENT_TYPE);
        boolean compressed = fromService.contains(HttpHeaders.CONTENT_ENCODING);
        if (compressed || (type != null && type.contains("json"))) {
            toCaller.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private ProxyResponse problem(ProxyRequest request, Throwable failure) {
        Refusal refusal = switch (failure) {
            case Throwable _ when limitedBody != null && limitedBody.exceeded() -> Refusal.BODY_TOO_LARGE;
            case TimeoutException _ -> Refusal.SERVICE_TOO_SLOW;
            default -> Refusal.SERVICE_UNAVAILABLE;
        };
        LOG.warnf("%s %s: %s (%s)", call.request().method(), call.normalizedPath(), refusal, failure.getMessage());
        Buffer body = problems.body(call.request(), refusal, Problems.Finding.NONE, Correlation.of(call));
        ProxyResponse response = request.release().response();
        response.setStatusCode(refusal.status()).setBody(Body.body(body));
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.putHeader(HttpHeaders.VARY, "Accept-Language");
        if (refusal == Refusal.SERVICE_UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }

    /** A header named by Connection is meant for the next hop only (RFC 9110, 7.6.1). */
    private static void dropHopByHop(MultiMap headers) {
        for (String named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : named.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
        for (String name : List.of(
                "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "upgrade")) {
            headers.remove(name);
        }
    }

    private static boolean forgeable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || lower.equals("forwarded") || lower.equals("x-real-ip");
    }
}
