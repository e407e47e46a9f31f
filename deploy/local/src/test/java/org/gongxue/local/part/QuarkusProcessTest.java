package org.gongxue.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.Home;
import org.gongxue.local.Part;
import org.gongxue.local.Ports;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.process.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusProcessTest {
    @TempDir
    private Path folder;

    private CampusConfig config;
    private Secrets secrets;

    @BeforeEach
    void makeAHome() {
        Home home = new Home(folder.resolve("home")).create();
        secrets = new Secrets(home.secrets());
        config = new CampusConfig(
                new BuiltTree(folder),
                home,
                new Ports(9000),
                CampusConfig.Calendar.SIMULATED,
                Part.standard(),
                false,
                Progress.silent());
    }

    @Test
    void aServiceIsToldWhereEverythingIs() {
        assertThat(environment(Part.ENROLLMENT))
                .containsEntry("QUARKUS_HTTP_PORT", "9001")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("GONGXUE_DB_URL", "jdbc:postgresql://127.0.0.1:9005/enrollment")
                .containsEntry("GONGXUE_KAFKA", "127.0.0.1:9006")
                .containsEntry("GONGXUE_OIDC_URL", "http://localhost:9004/realms/gongxue")
                .containsEntry("GONGXUE_CALENDAR", "simulated")
                .containsEntry("GONGXUE_REWARD_URL", "http://localhost:9003");
    }

    @Test
    void theGatewayHasNoDatabase() {
        assertThat(environment(Part.GATEWAY).keySet()).noneMatch(name -> name.startsWith("GONGXUE_DB"));
    }

    @Test
    void everyServiceHasAPasswordOfItsOwn() {
        assertThat(List.of(Part.ENROLLMENT, Part.CREDIT_BANK, Part.REWARD))
                .extracting(part -> environment(part).get("GONGXUE_DB_PASSWORD"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSecondInstanceSharesTheDatabaseAndHasAPortOfItsOwn() {
        assertThat(environment(Part.REWARD_SECOND))
                .containsEntry("QUARKUS_HTTP_PORT", "9009")
                .containsEntry("GONGXUE_DB_URL", environment(Part.REWARD).get("GONGXUE_DB_URL"))
                .containsEntry("GONGXUE_KEYS", environment(Part.REWARD).get("GONGXUE_KEYS"))
                .containsEntry("GONGXUE_REWARD_URL", "http://localhost:9003");
    }

    @Test
    void noSecretStandsInACommandLine() throws Exception {
        for (Part part : List.of(Part.ENROLLMENT, Part.CREDIT_BANK, Part.REWARD, Part.GATEWAY)) {
            String module = part == Part.GATEWAY ? "gateway" : part.label() + "-service";
            Files.createDirectories(folder.resolve(module).resolve("target/quarkus-app"));
            Files.createFile(folder.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
            var launch = new QuarkusProcess(part, config, secrets).launch();
            String commandLine = String.join(" ", launch.command());

            try (var files = Files.list(config.home().secrets())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(commandLine)
                            .doesNotContain(Files.readString(file).strip());
                }
            }
        }
    }

    private Map<String, String> environment(Part part) {
        return new QuarkusProcess(part, config, secrets).environment();
    }
}
