package org.gongxue.reward.audit.edge;

import java.util.Map;
import java.util.TreeMap;

/**
 * All that a replay process is told by its environment: where the published events are, where to ask for the live
 * values, and the secret that opens that door. No database, so that its result cannot rest on one.
 *
 * @param kafka the cluster, {@code host:port,…}
 * @param rewardUrl the live service, without a path
 * @param oidcUrl the identity provider's realm
 * @param clientSecret of the client {@value #CLIENT_ID}
 */
record ReplaySettings(String kafka, String rewardUrl, String oidcUrl, String clientSecret) {

    static final String CLIENT_ID = "replay";

    private static final String KAFKA = "GONGXUE_KAFKA";
    private static final String REWARD_URL = "GONGXUE_REWARD_URL";
    private static final String OIDC_URL = "GONGXUE_OIDC_URL";
    private static final String CLIENT_SECRET = "GONGXUE_REPLAY_CLIENT_SECRET";

    /** As environment variables, and nothing besides. */
    Map<String, String> environment() {
        return new TreeMap<>(
                Map.of(KAFKA, kafka, REWARD_URL, rewardUrl, OIDC_URL, oidcUrl, CLIENT_SECRET, clientSecret));
    }

    /**
     * From environment variables.
     *
     * @throws IllegalStateException if one is missing
     */
    static ReplaySettings from(Map<String, String> environment) {
        return new ReplaySettings(
                value(environment, KAFKA),
                value(environment, REWARD_URL),
                value(environment, OIDC_URL),
                value(environment, CLIENT_SECRET));
    }

    private static String value(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kafka + ", " + rewardUrl + ", " + oidcUrl;
    }
}
