package org.gongxue.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Everything under {@code /api}: who may pass, and what the gateway answers itself. */
@ApplicationScoped
public class Api {

    static final String OWN_PAGE_HEADER = "X-Requested-With";
    static final String OWN_PAGE_VALUE = "gongxue";

    private static final Logger LOG = Logger.getLogger(Api.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Callers callers;
    private final RateLimit rateLimit;
    private final Services services;
    private final Problems problems;

    Api(Callers callers, RateLimit rateLimit, Services services, Problems problems) {
        this.callers = callers;
        this.rateLimit = rateLimit;
        this.services = services;
        this.problems = problems;
    }

    /** Passes a signed-in caller on to the service his path names; everyone else learns why not. */
    void passOn(RoutingContext call, String service) {
        counted(call, caller -> {
            switch (caller) {
                case Caller.Unknown _ -> {
                    call.response().putHeader("WWW-Authenticate", "Bearer");
                    problems.answer(call, Refusal.SIGN_IN_NEEDED);
                }
                case Caller.SignedIn known
                when madeElsewhere(known, call.request()) ->
                    problems.answer(
                            call,
                            Refusal.OWN_PAGE_HEADER_MISSING,
                            new Problems.Finding(
                                    OWN_PAGE_HEADER, call.request().getHeader(OWN_PAGE_HEADER), OWN_PAGE_VALUE));
                case Caller.SignedIn known -> services.forward(call, service, target(call), known.accessToken());
            }
        });
    }

    /** Passes a call on without saying who makes it, whether or not he is signed in: the answer is the same for everyone. */
    void passOnUnnamed(RoutingContext call, String service) {
        counted(call, _ -> services.forward(call, service, target(call), null));
    }

    /** {@code GET /api/session}: who is signed in, for the portal; never an error because nobody is. */
    void session(RoutingContext call) {
        counted(call, caller -> {
            JsonObject session = switch (caller) {
                case Caller.Unknown _ -> new JsonObject().put("signedIn", false).put("roles", new JsonArray());
                case Caller.SignedIn known ->
                    new JsonObject()
                            .put("signedIn", true)
                            .put("subject", known.subject())
                            .put("username", known.username())
                            .put("displayName", known.displayName())
                            .put("roles", new JsonArray(known.roles()));
            };
            json(call, session);
        });
    }

    /** {@code GET /api}: where each service's OpenAPI document is. */
    void index(RoutingContext call) {
        JsonArray documents = new JsonArray();
        for (String service : services.names()) {
            documents.add(new JsonObject()
                    .put("service", service)
                    .put("paths", "/api/" + service)
                    .put("openapi", "/api/openapi/" + service));
        }
        json(call, new JsonObject().put("documents", documents).put("page", "/developers"));
    }

    /** {@code GET /api/openapi/<service>}: the service's own document, open to everyone. */
    void openApi(RoutingContext call, String service) {
        String query = call.request().query();
        String target = "/q/openapi" + (query == null ? "" : "?" + query);
        counted(call, _ -> services.forward(call, service, target, null));
    }

    /** The answer to whatever under {@code /api} nobody else answers. */
    void unknown(RoutingContext call) {
        problems.answer(call, Refusal.NOT_FOUND);
    }

    /** A failure nobody foresaw becomes a problem as well; only our own mistakes are logged as such. */
    void failed(RoutingContext call) {
        if (call.statusCode() >= 400 && call.statusCode() < 500) {
            problems.answer(call, Refusal.BAD_REQUEST);
            return;
        }
        LOG.errorf(call.failure(), "%s %s", call.request().method(), call.normalizedPath());
        problems.answer(call, Refusal.INTERNAL_ERROR);
    }

    /** Finds out who calls, counts the call, and goes on unless it is one too many. */
    private void counted(RoutingContext call, Consumer<Caller> next) {
        call.request().pause();
        callers.identify(call)
                .subscribe()
                .with(caller -> goOn(call, caller, next), failure -> identityProviderAway(call, failure));
    }

    private void goOn(RoutingContext call, Caller caller, Consumer<Caller> next) {
        try {
            Optional<Duration> wait = rateLimit.take(key(caller, call.request()));
            if (wait.isPresent()) {
                call.response().putHeader(HttpHeaders.RETRY_AFTER, secondsUp(wait.get()));
                problems.answer(call, Refusal.TOO_MANY_CALLS);
            } else {
                next.accept(caller);
            }
        } catch (RuntimeException e) {
            call.fail(e);
        }
    }

    private void identityProviderAway(RoutingContext call, Throwable failure) {
        LOG.warnf("nobody can be identified at the moment: %s", failure.getMessage());
        call.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        problems.answer(call, Refusal.SERVICE_UNAVAILABLE);
    }

    private static String key(Caller caller, HttpServerRequest request) {
        return switch (caller) {
            case Caller.SignedIn known -> "account " + known.subject();
            case Caller.Unknown _ -> "address " + request.remoteAddress().hostAddress();
        };
    }

    /** A page of another site can make a browser send our cookie, but not this header. */
    private static boolean madeElsewhere(Caller.SignedIn caller, HttpServerRequest request) {
        return caller.way() == Caller.Way.SESSION_COOKIE
                && !READING.contains(request.method())
                && !OWN_PAGE_VALUE.equals(request.getHeader(OWN_PAGE_HEADER));
    }

    /** The normalized path: what was matched is what is passed on, so no {@code ..} leads a service astray. */
    private static String target(RoutingContext call) {
        String query = call.request().query();
        return call.normalizedPath() + (query == null ? "" : "?" + query);
    }

    private static String secondsUp(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static void json(RoutingContext call, JsonObject body) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }
}
