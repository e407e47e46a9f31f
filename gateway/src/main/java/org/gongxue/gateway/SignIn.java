package org.gongxue.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Signing in and out by authorization code with PKCE. Quarkus OIDC keeps the tokens in its encrypted, HttpOnly session cookie and
 * refreshes them; what is left here is where to go next.
 */
@ApplicationScoped
public class SignIn {

    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    /** Where the identity provider sends the browser back to ({@code quarkus.oidc.authentication.redirect-path}). */
    static final String CALLBACK = "/signed-in";

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final String HOME = "/";
    private static final String FAILED = "/sign-in-failed";
    /** A path of this site: one slash first, printable ASCII, no backslash (browsers read {@code /\} as {@code //}). */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

    private final Callers callers;
    private final HttpAuthenticator authenticator;
    private final Problems problems;

    SignIn(Callers callers, HttpAuthenticator authenticator, Problems problems) {
        this.callers = callers;
        this.authenticator = authenticator;
        this.problems = problems;
    }

    /** {@code GET /login?to=/me}: to the identity provider if need be, then to the page asked for. */
    void login(RoutingContext call) {
        String to = Objects.requireNonNullElse(call.queryParams().get("to"), HOME);
        if (!isOwnPage(to)) {
            problems.answer(call, Refusal.RETURN_ADDRESS_REFUSED, new Problems.Finding("to", to, OWN_PAGE.pattern()));
            return;
        }
        withIdentity(call, identity -> {
            if (identity.isAnonymous()) {
                challenge(call);
            } else {
                redirect(call, to);
            }
        });
    }

    /** The way back from the identity provider. Quarkus trades the code for tokens and then fails with a redirect to {@link #LOGIN}. */
    void callback(RoutingContext call) {
        withIdentity(call, identity -> redirect(call, identity.isAnonymous() ? FAILED : HOME));
    }

    /** {@code GET /logout}: ends the session here and at the identity provider. */
    void logout(RoutingContext call) {
        withIdentity(call, _ -> redirect(call, HOME));
    }

    static boolean isOwnPage(String to) {
        return OWN_PAGE.matcher(to).matches()
                && !to.startsWith(LOGIN)
                && !to.startsWith(LOGOUT)
                && !to.startsWith(CALLBACK);
    }

    private void withIdentity(RoutingContext call, Consumer<SecurityIdentity> next) {
        callers.identity(call).subscribe().with(next, failure -> {
            switch (failure) {
                case AuthenticationRedirectException onwards -> redirect(call, onwards.getRedirectUri());
                case AuthenticationFailedException _ -> restart(call);
                default -> {
                    LOG.infof("sign-in not completed: %s", failure.getMessage());
                    redirect(call, FAILED);
                }
            }
        });
    }

    /** The session has ended or cannot be read any more: one who came to sign in does so, one who came to leave has left. */
    private void restart(RoutingContext call) {
        switch (call.normalizedPath()) {
            case LOGIN -> challenge(call);
            case LOGOUT -> redirect(call, HOME);
            default -> redirect(call, FAILED);
        }
    }

    private void challenge(RoutingContext call) {
        call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        authenticator
                .sendChallenge(call)
                .subscribe()
                .with(
                        _ -> {
                            if (!call.response().ended()) {
                                call.response().end();
                            }
                        },
                        failure -> {
                            LOG.warnf("the identity provider cannot be reached: %s", failure.getMessage());
                            redirect(call, FAILED);
                        });
    }

    private static void redirect(RoutingContext call, String to) {
        call.response()
                .setStatusCode(HttpResponseStatus.FOUND.code())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.LOCATION, to)
                .end();
    }
}
