package org.gongxue.local.part;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.Part;
import org.gongxue.local.identity.MachineClient;
import org.gongxue.local.identity.Realm;
import org.gongxue.local.identity.SampleAccount;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Programs;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/** A service or the gateway: a Quarkus program that gets everything from its environment. */
public final class QuarkusProcess implements CampusPart {
    private final Part part;
    private final CampusConfig config;
    private final Secrets secrets;
    private final @Nullable Path recovered;

    public QuarkusProcess(Part part, CampusConfig config, Secrets secrets) {
        this(part, config, secrets, null);
    }

    private QuarkusProcess(Part part, CampusConfig config, Secrets secrets, @Nullable Path recovered) {
        this.part = part;
        this.config = config;
        this.secrets = secrets;
        this.recovered = recovered;
    }

    /** The same service, which only brings its log up to its topic and writes into a file what came of it. */
    public QuarkusProcess recoveringInto(Path report) {
        return new QuarkusProcess(part, config, secrets, report);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void prepare(Progress.Step step) {
        jar();
    }

    private Path jar() {
        return config.tree()
                .serviceJar(
                        switch (part) {
                            case GATEWAY -> "gateway";
                            case REWARD_SECOND -> Part.REWARD.label() + "-service";
                            default -> part.label() + "-service";
                        });
    }

    @Override
    public Launch launch() {
        List<String> command = List.of(
                Programs.java(),
                "-Xms32m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // On two cores, seven processes start at once: without the second compiler a service is ready after 4.0
                // s
                // of CPU instead of 6.6, and takes 176 MB instead of 212.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.console.color=false",
                "-Dquarkus.log.category.\"io.smallrye.health\".level=ERROR",
                "-Dquarkus.log.category.\"org.apache.kafka\".level=WARN",
                "-jar",
                jar().toString());
        return new Launch(command, environment(), config.home().folder());
    }

    /** What the program is told. Each gets only the secrets it needs. */
    Map<String, String> environment() {
        var environment = new HashMap<>(common());
        if (recovered != null) {
            environment.put("GONGXUE_LOG_RECOVER", recovered.toString());
            // Nobody signs in meanwhile, and the identity provider is down.
            environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
            environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "false");
        }
        switch (part) {
            case ENROLLMENT -> {
                database(environment, "enrollment");
                environment.put("GONGXUE_VAULT_KEYS", secrets.keys(part).toString());
                environment.put("GONGXUE_CALENDAR", config.calendar().name().toLowerCase(Locale.ROOT));
                environment.put("GONGXUE_FIRST_ADMINISTRATOR", SampleAccount.FIRST_ADMINISTRATOR.subject());
            }
            case CREDIT_BANK -> {
                database(environment, "credit_bank");
                environment.put("GONGXUE_KEYS", secrets.keys(part).toString());
            }
            case REWARD, REWARD_SECOND -> {
                database(environment, "reward");
                environment.put("GONGXUE_KEYS", secrets.keys(Part.REWARD).toString());
                environment.put("GONGXUE_SERVICE_CLIENT_ID", MachineClient.REWARD_SERVICE.clientId());
                environment.put(
                        "GONGXUE_SERVICE_CLIENT_SECRET", secrets.clientSecret(MachineClient.REWARD_SERVICE.clientId()));
                environment.put("GONGXUE_REPLAY_CLIENT_SECRET", secrets.clientSecret(MachineClient.REPLAY.clientId()));
            }
            case GATEWAY -> {
                environment.put("GONGXUE_PORTAL_CLIENT_SECRET", secrets.clientSecret(Realm.PORTAL_CLIENT));
                environment.put("GONGXUE_SESSION_KEY", secrets.sessionKey());
                environment.put("GONGXUE_PUBLIC_URL", url(Part.GATEWAY));
            }
            case POSTGRES, KAFKA, KEYCLOAK -> throw new IllegalStateException(part + " is no Quarkus program of ours");
        }
        return environment;
    }

    private Map<String, String> common() {
        return Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(config.ports().of(part)),
                "GONGXUE_KAFKA", KafkaServer.address(config),
                "GONGXUE_OIDC_URL", KeycloakServer.realmUrl(config.ports()).toString(),
                "GONGXUE_ENROLLMENT_URL", url(Part.ENROLLMENT),
                "GONGXUE_CREDIT_BANK_URL", url(Part.CREDIT_BANK),
                "GONGXUE_REWARD_URL", url(Part.REWARD));
    }

    private void database(Map<String, String> environment, String name) {
        environment.put("GONGXUE_LOG_CHECKPOINTS", config.home().checkpoints().toString());
        environment.put("GONGXUE_DB_URL", PostgresServer.url(config, name));
        environment.put("GONGXUE_DB_USER", name);
        environment.put("GONGXUE_DB_PASSWORD", secrets.databasePassword(name));
    }

    private String url(Part other) {
        return "http://localhost:" + config.ports().of(other);
    }

    @Override
    public boolean isReady() {
        return Health.answers("http://127.0.0.1:" + config.ports().of(part) + "/q/health/ready");
    }
}
