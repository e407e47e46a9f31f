package org.gongxue.enrollment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.gongxue.kit.testing.TestHouse;
import org.gongxue.kit.testing.Tokens;

/** The kit's test house with fresh vault keys, a simulated calendar and a first administrator. */
public final class EnrollmentTestHouse implements QuarkusTestResourceLifecycleManager {

    private final TestHouse house = new TestHouse();

    @Override
    public Map<String, String> start() {
        try {
            var settings = new HashMap<>(house.start());
            settings.put(
                    "gongxue.vault.keys",
                    Files.createTempDirectory("vault-keys").resolve("keys").toString());
            settings.put("gongxue.first-administrator", Tokens.subject("admin1"));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        house.stop();
    }
}
