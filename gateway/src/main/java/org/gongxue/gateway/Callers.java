package org.gongxue.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells who calls, from the session cookie or the bearer token. Never forces a sign-in. */
@ApplicationScoped
public class Callers {

    private static final int TOKENS_MAX = 10_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final IdentityProviderManager identities;

    /**
     * Bearer tokens whose signature was just checked: a program that makes a thousand calls is not checked a thousand times. A token
     * is never remembered beyond its own end.
     */
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(REMEMBERED)
            .build();

    private record Verified(Caller.SignedIn caller, Instant until) {}

    Callers(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** The caller of this request; a refused or ended session is {@link Caller.Unknown}, not a failure. */
    Uni<Caller> identify(RoutingContext call) {
        String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        Verified known = authorization == null ? null : verified.getIfPresent(authorization);
        if (known != null && Instant.now().isBefore(known.until())) {
            return Uni.createFrom().item(known.caller());
        }
        return identity(call)
                .map(identity -> caller(authorization, identity))
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

    private Caller caller(@Nullable String authorization, SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (identity.isAnonymous()
                || credential == null
                || !(identity.getPrincipal() instanceof JsonWebToken principal)) {
            return new Caller.Unknown();
        }
        String username = claim(principal, "preferred_username", principal.getSubject());
        Caller.SignedIn caller = new Caller.SignedIn(
                principal.getSubject(),
                username,
                claim(principal, "name", username),
                identity.getRoles().stream().sorted().toList(),
                credential.getToken(),
                authorization == null ? Caller.Way.SESSION_COOKIE : Caller.Way.BEARER_TOKEN);
        if (authorization != null) {
            Instant until = Instant.ofEpochSecond(principal.getExpirationTime());
            verified.put(authorization, new Verified(caller, until));
        }
        return caller;
    }

    private static String claim(JsonWebToken token, String name, String otherwise) {
        Object value = token.getClaim(name);
        return value instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
