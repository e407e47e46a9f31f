package org.gongxue.local;

import org.gongxue.local.identity.Secrets;
import org.gongxue.local.identity.Tokens;
import org.gongxue.local.part.KeycloakServer;

/** What a script or a story needs of a campus that runs: where its door is and who it may be there. */
public final class CampusAccess {
    private final Ports ports;
    private final Tokens tokens;

    CampusAccess(Home home, Ports ports) {
        this.ports = ports;
        this.tokens = new Tokens(KeycloakServer.realmUrl(ports), new Secrets(home.secrets()));
    }

    /** The gateway, without a slash at the end. */
    public String url() {
        return "http://localhost:" + ports.of(Part.GATEWAY);
    }

    /**
     * An access token of a sample account (`admin1`) or of a machine client (`partner-10699`); fetched once and used
     * again until shortly before it expires.
     *
     * @throws CampusException when there is no such account or Keycloak does not answer
     */
    public String token(String account) {
        return tokens.of(account);
    }
}
