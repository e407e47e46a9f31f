package org.gongxue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts real PostgreSQL, and Kafka where it matters. Keycloak and the services are started by the system tests. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FoundationTest {
    @TempDir
    private Path folder;

    @Test
    void dataOutlivesTheProcessesAndNothingElseDoes() throws Exception {
        ProcessHandle kafka;
        try (RunningCampus campus = Campus.start(config(Part.POSTGRES, Part.KAFKA))) {
            kafka = campus.process("kafka").handle();
            assertThat(partitionsOf(campus, "enrollment.events")).isEqualTo(4);
            assertThat(partitionsOf(campus, "checkpoints")).isEqualTo(1);
            try (Connection connection = connect(campus, "reward", "reward")) {
                connection.createStatement().execute("CREATE TABLE kept (n int)");
            }
            assertThatThrownBy(() -> connect(campus, "enrollment", "reward")).isInstanceOf(SQLException.class);
            assertThat(campus.pssTotalBytes().orElse(0)).isBetween(50_000_000L, 2_000_000_000L);
        }
        assertThat(kafka.isAlive()).isFalse();
        assertThat(Census.of(home()).isEmpty()).isTrue();

        try (RunningCampus campus = Campus.start(config(Part.POSTGRES, Part.KAFKA));
                Connection connection = connect(campus, "reward", "reward")) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("SELECT * FROM kept")
                            .next())
                    .isFalse();
            assertThat(partitionsOf(campus, "enrollment.events")).isEqualTo(4);
        }
    }

    @Test
    void aKilledProcessStartsAgainAndIsNoFailure() throws Exception {
        try (RunningCampus campus = Campus.start(config(Part.POSTGRES))) {
            CampusProcess postgres = campus.process("postgres");
            long before = postgres.handle().pid();

            postgres.kill9();
            assertThat(postgres.isAlive()).isFalse();
            postgres.restart();

            assertThat(postgres.handle().pid()).isNotEqualTo(before);
            connect(campus, "reward", "reward").close();
            assertThat(campus.unexpectedEnd()).isNotDone();
        }
    }

    @Test
    void aProcessThatDiesIsReportedWithItsLastLines() throws Exception {
        try (RunningCampus campus = Campus.start(config(Part.POSTGRES))) {
            campus.process("postgres").handle().destroyForcibly();

            assertThat(campus.unexpectedEnd().get(30, TimeUnit.SECONDS))
                    .startsWith("postgres ended with exit code 137")
                    .contains("postgres.log");
        }
    }

    @Test
    void whatACrashOfTheLauncherLeftIsStoppedByTheNextStart() throws Exception {
        RunningCampus crashed = Campus.start(config(Part.POSTGRES));
        ProcessHandle leftover = crashed.process("postgres").handle();
        crashed.detach();
        assertThat(Campus.attach(home()).url()).isEqualTo(crashed.url());

        try (RunningCampus campus = Campus.start(config(Part.POSTGRES))) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(campus.process("postgres").isAlive()).isTrue();
        }
    }

    @Test
    void aProgramThatRunsBesideACampusEndsWithIt() {
        ProcessHandle beside;
        try (RunningCampus campus = Campus.start(config(Part.POSTGRES))) {
            Launch launch = new Launch(List.of("sleep", "600"), Map.of(), folder);
            beside = campus.startBeside(Part.REWARD, launch).handle();
            assertThat(beside.isAlive()).isTrue();
        }
        assertThat(beside.isAlive()).isFalse();
    }

    @Test
    void aSecondStartOfTheSameHomeIsRefused() {
        try (RunningCampus _ = Campus.start(config(Part.POSTGRES))) {
            assertThatThrownBy(() -> Campus.start(config(Part.POSTGRES)))
                    .isInstanceOf(CampusException.class)
                    .hasMessageContaining("CAMPUS_HOME");
        }
    }

    @Test
    void aThrowAwayHomeIsGoneAfterwards() {
        CampusConfig config =
                CampusConfig.throwAway(Map.of(), Progress.silent()).only(EnumSet.of(Part.POSTGRES));

        RunningCampus campus = Campus.start(config);
        campus.close();

        assertThat(config.home().folder()).doesNotExist();
    }

    private CampusConfig config(Part first, Part... others) {
        return new CampusConfig(
                BuiltTree.find(),
                home(),
                Ports.free(),
                CampusConfig.Calendar.SIMULATED,
                EnumSet.of(first, others),
                false,
                Progress.silent());
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Connection connect(RunningCampus campus, String database, String role) throws SQLException, IOException {
        String password =
                Files.readString(home().secrets().resolve("database-" + role)).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + campus.ports().of(Part.POSTGRES) + "/" + database, role, password);
    }

    private static int partitionsOf(RunningCampus campus, String topic) throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", "127.0.0.1:" + campus.ports().of(Part.KAFKA)))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .get(topic)
                    .partitions()
                    .size();
        }
    }
}
