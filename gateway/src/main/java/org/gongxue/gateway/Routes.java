package org.gongxue.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Which path goes where, in the order in which it is asked. */
@ApplicationScoped
public class Routes {

    /** After the compression mark of Quarkus (0), before the static files (10,000). */
    private static final int BEFORE_FILES = 100;

    private static final int AFTER_FILES = 20_000;
    private static final String ONE_YEAR = "public, max-age=31536000, immutable";

    /** What the reward service answers without knowing who asks: the self-check before anyone signs in. */
    private static final List<String> OPEN_TO_EVERYONE =
            List.of("/api/reward/self-check", "/api/reward/self-check/questions");

    private final Api api;
    private final SignIn signIn;
    private final Pages pages;
    private final Services services;
    private final boolean overTls;

    Routes(Api api, SignIn signIn, Pages pages, Services services, GatewayConfig config) {
        this.api = api;
        this.signIn = signIn;
        this.pages = pages;
        this.services = services;
        this.overTls = "https".equals(config.publicUrl().getScheme());
    }

    void lay(@Observes Router router) {
        int order = BEFORE_FILES;
        router.route().order(order++).handler(this::headers);
        router.route("/api/*").order(order++).handler(Correlation::begin).failureHandler(api::failed);
        router.get("/api").order(order++).handler(api::index);
        router.get("/api/session").order(order++).handler(api::session);
        for (String path : OPEN_TO_EVERYONE) {
            router.route(path).order(order++).handler(call -> api.passOnUnnamed(call, "reward"));
        }
        for (String service : services.names()) {
            router.get("/api/openapi/" + service).order(order++).handler(call -> api.openApi(call, service));
            router.route("/api/" + service + "/*").order(order++).handler(call -> api.passOn(call, service));
        }
        router.route("/api/*").order(order++).handler(api::unknown);
        router.get(SignIn.LOGIN).order(order++).handler(signIn::login);
        router.get(SignIn.CALLBACK).order(order++).handler(signIn::callback);
        router.get(SignIn.LOGOUT).order(order++).handler(signIn::logout);
        reading(router.route("/")).order(order++).handler(pages::show);
        reading(router.route("/index.html")).order(order++).handler(pages::show);
        reading(router.route("/assets/*")).order(order).handler(Routes::keepForAYear);
        reading(router.route()).order(AFTER_FILES).handler(this::portalPage);
    }

    private void headers(RoutingContext call) {
        if (overTls) {
            call.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        call.next();
    }

    /** The name of an asset carries a hash of its content; a missing one must not be remembered as missing. */
    private static void keepForAYear(RoutingContext call) {
        call.addHeadersEndHandler(_ -> {
            boolean found = call.response().getStatusCode() < 400;
            call.response().putHeader(HttpHeaders.CACHE_CONTROL, found ? ONE_YEAR : "no-store");
        });
        call.next();
    }

    private void portalPage(RoutingContext call) {
        String path = call.normalizedPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/q/") || last.contains(".")) {
            call.next();
        } else {
            pages.show(call);
        }
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }
}
