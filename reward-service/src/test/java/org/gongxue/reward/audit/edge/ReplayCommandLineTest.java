package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.edge.ReplayOptions.Kept;
import org.gongxue.reward.audit.edge.ReplayOptions.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandLineTest {

    private static final ReplaySettings SETTINGS =
            new ReplaySettings("127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3/realms/gongxue", "s3cret");

    private final ReplayCommandLine present = new ReplayCommandLine("r1", ReplayMode.FOLD, null, ReplayOptions.NONE);

    @Test
    void theProcessInheritsNothingAndIsToldOfNoDatabase() throws IOException, InterruptedException {
        assertThat(System.getenv()).as("what could be inherited").isNotEmpty();
        var process = present.process(SETTINGS).command("/usr/bin/env").start();
        List<String> environment;
        try (var lines = process.inputReader()) {
            environment = lines.lines().toList();
        }

        assertThat(process.waitFor()).isZero();
        assertThat(environment)
                .containsExactlyInAnyOrder(
                        "GONGXUE_KAFKA=127.0.0.1:1",
                        "GONGXUE_REWARD_URL=http://127.0.0.1:2",
                        "GONGXUE_OIDC_URL=http://127.0.0.1:3/realms/gongxue",
                        "GONGXUE_REPLAY_CLIENT_SECRET=s3cret")
                .noneMatch(line -> line.contains("DB") || line.contains("jdbc"));
    }

    @Test
    void theSecretIsNoArgument() {
        assertThat(present.process(SETTINGS).command()).noneMatch(argument -> argument.contains("s3cret"));
        assertThat(SETTINGS.toString()).doesNotContain("s3cret");
    }

    @Test
    void argumentsSurviveTheTripToTheProcess() {
        var asOf = new ReplayCommandLine("r2", ReplayMode.FOLD, LocalDate.of(2017, 12, 31), ReplayOptions.NONE);

        var options = new ReplayOptions(
                LocalDate.of(2018, 1, 1), new Trial("{\"a\":\"张\"}", "p", null), new Kept("note\n\n— a b\n", "k"), 7);
        var told = new ReplayCommandLine("r4", ReplayMode.WHAT_IF, null, options);

        assertThat(ReplayCommandLine.parse(told.arguments())).isEqualTo(told);
        assertThat(ReplayCommandLine.parse(present.arguments())).isEqualTo(present);
        assertThat(ReplayCommandLine.parse(asOf.arguments())).isEqualTo(asOf);
        assertThatThrownBy(() -> ReplayCommandLine.parse(List.of("r3", "guess", "now")))
                .hasMessageContaining("guess");
    }

    @Test
    void settingsSurviveTheEnvironmentAndMissingOnesAreNamed() {
        assertThat(ReplaySettings.from(SETTINGS.environment())).isEqualTo(SETTINGS);
        assertThatThrownBy(() -> ReplaySettings.from(Map.of("GONGXUE_KAFKA", "127.0.0.1:1")))
                .hasMessage("GONGXUE_REWARD_URL is not set");
    }

    @Test
    void besideARunnerTheClassPathIsTheJarsThatQuarkusLaidThere(@TempDir Path house) throws IOException {
        var runner = Files.createFile(house.resolve("quarkus-run.jar"));

        assertThat(ReplayCommandLine.classPath(runner.toString()))
                .isEqualTo(house + "/app/*:" + house + "/lib/main/*:" + house + "/lib/boot/*");
        assertThat(ReplayCommandLine.classPath("/a/classes:/b/x.jar")).isEqualTo("/a/classes:/b/x.jar");
    }
}
