package org.gongxue.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The services behind the gateway and the way to them. */
@ApplicationScoped
public class Services {

    private static final int CONNECT_MILLIS_MAX = 2_000;
    private static final int CONNECTIONS_PER_SERVICE_MAX = 256;
    private static final int CALLS_WAITING_MAX = 4_096;
    /** Below the idle limit of the services, so that the gateway and not the service ends an unused connection. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Time to read the refusal of a body that is still being sent; closing at once would drop it on the way. */
    private static final int LINGER_MILLIS = 500;

    private final Map<String, URI> addresses;
    private final long uploadLimitBytes;
    private final long answerLimitMillis;
    private final HttpClient client;
    private final Problems problems;

    Services(GatewayConfig config, Vertx vertx, Problems problems) {
        this.addresses = new TreeMap<>(config.services());
        this.uploadLimitBytes = config.uploadLimit().asLongValue();
        this.answerLimitMillis = config.answerLimit().toMillis();
        this.problems = problems;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS_MAX)
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE_MAX)
                .setMaxWaitQueueSize(CALLS_WAITING_MAX)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
    }

    /** The names services go by in paths, in alphabetical order. */
    SortedSet<String> names() {
        return new TreeSet<>(addresses.keySet());
    }

    /**
     * Passes the call to the service and its answer back, both as streams.
     *
     * @param target path and query at the service
     */
    void forward(RoutingContext call, String service, String target, @Nullable String accessToken) {
        if (announcedBytes(call) > uploadLimitBytes) {
            call.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.answer(call, Refusal.BODY_TOO_LARGE);
            call.vertx()
                    .setTimer(LINGER_MILLIS, _ -> call.request().connection().close());
            return;
        }
        URI address = addresses.get(service);
        if (address == null) {
            problems.answer(call, Refusal.NOT_FOUND);
            return;
        }
        HttpProxy.reverseProxy(client)
                .origin(_ -> client.request(to(address)))
                .addInterceptor(new Forwarding(call, target, accessToken, uploadLimitBytes, problems))
                .handle(call.request());
    }

    private RequestOptions to(URI address) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() != -1 ? address.getPort() : tls ? 443 : 80;
        return new RequestOptions()
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setIdleTimeout(answerLimitMillis);
    }

    private static long announcedBytes(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
