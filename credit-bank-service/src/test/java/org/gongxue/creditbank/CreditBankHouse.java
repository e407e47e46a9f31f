package org.gongxue.creditbank;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.gongxue.kit.testing.TestHouse;

/** The services' test house, with certificate keys made for this run. */
public final class CreditBankHouse implements QuarkusTestResourceLifecycleManager {

    private final TestHouse house = new TestHouse();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(house.start());
        try {
            settings.put("gongxue.keys", Files.createTempDirectory("keys").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    @Override
    public void stop() {
        house.stop();
    }
}
