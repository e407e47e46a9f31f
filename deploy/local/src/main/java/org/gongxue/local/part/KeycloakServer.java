package org.gongxue.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.Part;
import org.gongxue.local.Ports;
import org.gongxue.local.identity.Realm;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Progress;

/** Keycloak on the campus' PostgreSQL; the realm is imported when its database is still without it. */
public final class KeycloakServer implements CampusPart {
    private static final String DATABASE = "keycloak";

    private final CampusConfig config;
    private final Secrets secrets;

    public KeycloakServer(CampusConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** Issuer of the tokens and root of the realm's endpoints. */
    public static URI realmUrl(Ports ports) {
        return URI.create(root(ports) + "/realms/" + Realm.NAME);
    }

    private static String root(Ports ports) {
        return "http://localhost:" + ports.of(Part.KEYCLOAK);
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void prepare(Progress.Step step) {
        step.doing("unpacking and building (the first time half a minute)");
        Path distribution = KeycloakDistribution.from(config.tree().keycloakZip());
        try {
            Files.createDirectories(folder().resolve("data/import"));
            for (String shared : KeycloakDistribution.SHARED) {
                Files.deleteIfExists(folder().resolve(shared));
                Files.createSymbolicLink(folder().resolve(shared), distribution.resolve(shared));
            }
            writeRealm(folder().resolve("data/import").resolve(Realm.NAME + "-realm.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeRealm(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, new Realm(secrets).json());
    }

    @Override
    public Launch launch() {
        var environment = new HashMap<>(KeycloakDistribution.BUILD_OPTIONS);
        environment.put("KC_DB_URL", PostgresServer.url(config, DATABASE));
        environment.put("KC_DB_USERNAME", DATABASE);
        environment.put("KC_DB_PASSWORD", secrets.databasePassword(DATABASE));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(config.ports().of(Part.KEYCLOAK)));
        environment.put(
                "KC_HTTP_MANAGEMENT_PORT", Integer.toString(config.ports().keycloakManagement()));
        environment.put("KC_HOSTNAME", root(config.ports()));
        environment.put("KC_LOG_CONSOLE_COLOR", "false");
        // Being asked whether it is ready is no news.
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:error");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdministrator());
        return new Launch(
                KeycloakDistribution.command(folder(), "-Xmx384m", List.of("start", "--optimized", "--import-realm")),
                environment,
                folder());
    }

    @Override
    public boolean isReady() {
        return Health.answers("http://127.0.0.1:" + config.ports().keycloakManagement() + "/health/ready")
                && Health.answers(realmUrl(config.ports()) + "/.well-known/openid-configuration");
    }

    private Path folder() {
        return config.home().data(Part.KEYCLOAK);
    }
}
