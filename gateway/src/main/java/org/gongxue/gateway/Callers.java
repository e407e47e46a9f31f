package org.gongxue.gateway;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells who calls, from the session cookie or the bearer token. Never forces a sign-in. */
@ApplicationScoped
public class Callers {

    private final IdentityProviderManager identities;

    Callers(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** The caller of this request; a refused or ended session is {@link Caller.Unknown}, not a failure. */
    Uni<Caller> identify(RoutingContext call) {
        return identity(call)
                .map(identity -> caller(call, identity))
                .onFailure(AuthenticationException.class::isInstance)
                .recoverWithItem(new Caller.Unknown());
    }

    /**
     * The identity as Quarkus sees it, with its failures: those carry the redirects of the sign-in itself. Quarkus would answer a
     * failure by itself with a redirect or an empty 401; here whoever asked does.
     */
    Uni<SecurityIdentity> identity(RoutingContext call) {
        call.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(call, identities);
    }

    private static Caller caller(RoutingContext call, SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (identity.isAnonymous()
                || credential == null
                || !(identity.getPrincipal() instanceof JsonWebToken principal)) {
            return new Caller.Unknown();
        }
        String username = claim(principal, "preferred_username", principal.getSubject());
        List<String> roles = identity.getRoles().stream().sorted().toList();
        return new Caller.SignedIn(
                principal.getSubject(),
                username,
                claim(principal, "name", username),
                roles,
                credential.getToken(),
                call.request().headers().contains(HttpHeaders.AUTHORIZATION)
                        ? Caller.Way.BEARER_TOKEN
                        : Caller.Way.SESSION_COOKIE);
    }

    private static String claim(JsonWebToken token, String name, String otherwise) {
        Object value = token.getClaim(name);
        return value instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
