package org.gongxue.kit.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongxue.kit.authority.Person;

/** Who calls: taken from the verified access token, never from the request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The identity provider's id of the person or machine. */
    public String subject() {
        return token.getSubject();
    }

    /** The name one signs in with; for a learner the phone number: never log it. */
    public String username() {
        return claim("preferred_username");
    }

    /** The name to greet with. */
    public String displayName() {
        return claim("name");
    }

    /** Realm roles of the token; they open doors, appointments decide what lies behind. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Whether the token carries a role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** How this caller is written on events. */
    public String actor() {
        return Person.actor(subject());
    }

    /** The language to answer in: {@code Accept-Language} decides, Chinese is the default. */
    public static Locale locale(Iterable<Locale> accepted) {
        for (var locale : accepted) {
            if (locale.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    private String claim(String name) {
        var value = token.<Object>getClaim(name);
        return value == null ? "" : value.toString();
    }
}
