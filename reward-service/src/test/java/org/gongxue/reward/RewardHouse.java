package org.gongxue.reward;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.gongxue.kit.testing.TestHouse;

/** The services' test house, and the vault as a peer. */
public final class RewardHouse implements QuarkusTestResourceLifecycleManager {

    private final TestHouse house = new TestHouse();
    private final VaultPeer vault = new VaultPeer();

    @Override
    public Map<String, String> start() {
        // The broker looks its own classes up by the thread's loader, which must be the one that loaded the broker.
        Thread.currentThread().setContextClassLoader(TestHouse.class.getClassLoader());
        var settings = new HashMap<>(house.start());
        settings.put("quarkus.rest-client.payees.url", vault.url());
        settings.put("quarkus.oidc-client.auth-server-url", vault.url());
        settings.put("quarkus.oidc-client.discovery-enabled", "false");
        settings.put("quarkus.oidc-client.token-path", "/token");
        settings.put("quarkus.oidc-client.client-id", "reward-service");
        settings.put("quarkus.oidc-client.credentials.secret", "sample");
        settings.put("test.vault.url", vault.url());
        return settings;
    }

    @Override
    public void stop() {
        vault.close();
        house.stop();
    }
}
