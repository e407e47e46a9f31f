package org.gongxue.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The realm `gongxue` as Keycloak imports it when a campus first starts. Its secrets are this campus' own. */
public final class Realm {
    public static final String NAME = "gongxue";

    /** The public client of scripts and of the demo: signs a sample account in with its password. */
    public static final String SCRIPT_CLIENT = "campus-cli";

    /** The gateway's client. */
    public static final String PORTAL_CLIENT = "portal";

    private static final int TOKEN_SECONDS = 30 * 60;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Secrets secrets;

    public Realm(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The realm in Keycloak's export format. */
    public String json() {
        var realm = new LinkedHashMap<String, Object>();
        realm.put("realm", NAME);
        realm.put("displayName", "工学（本机样例）");
        realm.put("enabled", true);
        realm.put("sslRequired", "none");
        realm.put("registrationAllowed", false);
        realm.put("loginWithEmailAllowed", false);
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", List.of("zh-Hans", "en"));
        realm.put("defaultLocale", "zh-Hans");
        realm.put("accessTokenLifespan", TOKEN_SECONDS);
        // The sample password is random, 12 letters of 56: slow hashing adds nothing to it and seconds to every start.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha512) and hashIterations(1000)");
        realm.put(
                "roles",
                Map.of(
                        "realm",
                        Arrays.stream(RealmRole.values())
                                .map(role -> Map.of("name", role.label()))
                                .toList()));
        realm.put("clients", clients());
        realm.put("users", users());
        realm.put("components", Map.of("org.keycloak.userprofile.UserProfileProvider", List.of(userProfile())));
        return text(realm);
    }

    private List<Map<String, Object>> clients() {
        var clients = new ArrayList<Map<String, Object>>();
        Map<String, Object> portal = client(PORTAL_CLIENT);
        portal.put("standardFlowEnabled", true);
        portal.put("secret", secrets.clientSecret(PORTAL_CLIENT));
        // Without a port Keycloak accepts any port of this machine, so a home may move to another CAMPUS_PORT.
        portal.put("redirectUris", List.of("http://localhost/*", "http://127.0.0.1/*"));
        portal.put("attributes", Map.of("post.logout.redirect.uris", "+", "pkce.code.challenge.method", "S256"));
        clients.add(portal);
        Map<String, Object> scripts = client(SCRIPT_CLIENT);
        scripts.put("publicClient", true);
        scripts.put("directAccessGrantsEnabled", true);
        clients.add(scripts);
        for (MachineClient machine : MachineClient.values()) {
            Map<String, Object> client = client(machine.clientId());
            client.put("name", machine.displayName());
            client.put("secret", secrets.clientSecret(machine.clientId()));
            client.put("serviceAccountsEnabled", true);
            clients.add(client);
        }
        return clients;
    }

    private static Map<String, Object> client(String clientId) {
        var client = new LinkedHashMap<String, Object>();
        client.put("clientId", clientId);
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("serviceAccountsEnabled", false);
        client.put("fullScopeAllowed", true);
        return client;
    }

    private List<Map<String, Object>> users() {
        var users = new ArrayList<Map<String, Object>>();
        for (SampleAccount account : SampleAccount.everyone()) {
            Map<String, Object> user =
                    user(account.subject(), account.username(), account.displayName(), account.role());
            user.put(
                    "credentials",
                    List.of(Map.of("type", "password", "value", secrets.samplePassword(), "temporary", false)));
            users.add(user);
        }
        for (MachineClient machine : MachineClient.values()) {
            Map<String, Object> user =
                    user(machine.subject(), machine.username(), machine.displayName(), machine.role());
            user.put("serviceAccountClientId", machine.clientId());
            users.add(user);
        }
        return users;
    }

    private static Map<String, Object> user(String subject, String username, String displayName, RealmRole role) {
        var user = new LinkedHashMap<String, Object>();
        user.put("id", subject);
        user.put("username", username);
        user.put("firstName", displayName);
        user.put("enabled", true);
        user.put("realmRoles", List.of(role.label()));
        return user;
    }

    /** Without this Keycloak asks everyone for an e-mail address and a family name before the first sign-in. */
    private static Map<String, Object> userProfile() {
        Map<String, Object> visible = Map.of("view", List.of("admin", "user"), "edit", List.of("admin"));
        Map<String, Object> profile = Map.of(
                "attributes",
                List.of(
                        Map.of("name", "username", "displayName", "${username}", "permissions", visible),
                        Map.of("name", "firstName", "displayName", "姓名", "permissions", visible),
                        Map.of("name", "lastName", "displayName", "${lastName}", "permissions", visible),
                        Map.of("name", "email", "displayName", "${email}", "permissions", visible)));
        return Map.of(
                "providerId",
                "declarative-user-profile",
                "config",
                Map.of("kc.user.profile.config", List.of(text(profile))));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
