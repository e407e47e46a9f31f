package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.CampusException;
import org.gongxue.local.CampusProcess;
import org.gongxue.local.Folders;
import org.gongxue.local.Home;
import org.gongxue.local.Part;
import org.gongxue.local.Ports;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.process.Programs;
import org.gongxue.local.process.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariants 1 and 2 when the databases are lost, and when Kafka is: a drill with the operator's own commands, as
 * docs/runbooks/backup-and-restore.md has them.
 */
class LostDatabaseIT {
    private static final int YEAR = 2016;
    private static final int FIRST_NUMBER = 20_000;
    private static final int LATECOMER = 30_000;
    private static final int LATE_SERIAL = 90_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 12, 28);
    private static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");
    private static final List<String> ALL_PARTS =
            Part.standard().stream().map(Part::label).toList();

    @TempDir
    private Path folder;

    private final BuiltTree tree = BuiltTree.find();
    private final Ports ports = Ports.free();

    /** What people were told and may count on. */
    private record Told(List<JsonNode> entitlements, FundBalance fund, Map<String, Long> lastIndexes) {

        static Told by(House house) {
            var lastIndexes = new TreeMap<String, Long>();
            for (String service : SERVICES) {
                JsonNode position = House.await(
                        () -> house.position(service),
                        p -> p.path("publishedIndex").asLong()
                                == p.path("lastIndex").asLong());
                lastIndexes.put(service, position.path("lastIndex").asLong());
            }
            return new Told(
                    new SkillEntitlements(house).all(),
                    FundBalance.read(house, YearFund.skill(YEAR).id()),
                    lastIndexes);
        }

        void assertStillTrue(House house) {
            Told now = by(house);
            assertThat(now.entitlements()).isEqualTo(entitlements);
            assertThat(now.fund()).isEqualTo(fund);
            lastIndexes.forEach((service, index) ->
                    assertThat(now.lastIndexes().get(service)).isGreaterThanOrEqualTo(index));
        }
    }

    @Test
    void everythingThatWasPublishedIsThereAgain() throws IOException {
        Path backup = folder.resolve("backup");
        Told told;
        try (RunningCampus campus = Campus.start(config());
                House house = house(campus)) {
            SkillDesk desk = layFoundations(house);
            Future<Boolean> year = house.aside(() -> {
                playYear(house, desk);
                return true;
            });
            assertThat(campus("backup", backup.toString())).contains("Backup of all databases");
            House.join(year);
            comeLate(house, desk);
            told = Told.by(house);
            ALL_PARTS.forEach(part -> campus.process(part).kill9());
        }
        Folders.delete(home().folder().resolve("postgres"));

        assertThat(campus("restore", backup.toString())).contains("up to index");
        assertThatThrownBy(() -> Campus.start(config()))
                .isInstanceOf(CampusException.class)
                .hasMessageContaining("campus recover");
        assertThat(campus("recover"))
                .contains("enrollment: was restored up to index")
                .contains("reward: was restored up to index")
                .contains("missing, for no topic holds them: identities, by learner (1)");

        try (RunningCampus campus = Campus.start(config());
                House house = house(campus)) {
            told.assertStillTrue(house);
            assertReplayed(house);
            loseKafka(campus);
            told.assertStillTrue(house);
            assertReplayed(house);
        }
    }

    private CampusConfig config() {
        return new CampusConfig(
                tree, home(), ports, CampusConfig.Calendar.SIMULATED, Part.standard(), false, Progress.standard());
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private static House house(RunningCampus campus) {
        return new House(URI.create(campus.url()), campus::token);
    }

    private SkillDesk layFoundations(House house) {
        var foundations = new Foundations(house);
        house.openDay(FIRST_DAY);
        foundations.registerUnits();
        foundations.appointStaff(FIRST_DAY);
        foundations.registerIssuer();
        SkillPlan plan = plan();
        foundations.enact(PolicyFiles.skillOf(
                PolicyFiles.of(tree).named(PolicyFiles.SKILL), 1, plan.years().getFirst()));
        var desk = new SkillDesk(house);
        desk.register(plan.claimants());
        desk.depositEarlier(plan.withEarlierCertificate());
        return desk;
    }

    private static SkillPlan plan() {
        return SkillPlan.small(YEAR, FIRST_NUMBER);
    }

    private static void playYear(House house, SkillDesk desk) {
        var checks = new Checks();
        new RewardSkills(house, checks, desk, plan().years().getFirst(), 1).play();
        assertThat(checks.made()).allMatch(Check::holds);
    }

    /** Somebody registers and hands a certificate in after the backup. */
    private static void comeLate(House house, SkillDesk desk) {
        var claimant = new Claimant(LATECOMER, Seat.at(0));
        var certificate = new SampleIssuer(LATE_SERIAL)
                .issue(YEAR, Trade.first(1).getFirst(), SkillLevel.INTERMEDIATE, SkillCertificate.Route.TRAINING);
        desk.register(List.of(claimant));
        desk.deposit(
                List.of(new SkillClaim(claimant, null, certificate, SkillGroup.STARTERS, SkillClaim.Fate.WAITLISTED)));
        house.awaitTakenIn("reward");
    }

    /** Kafka's data is gone; everything is published again from the databases. */
    private void loseKafka(RunningCampus campus) {
        List<CampusProcess> users = SERVICES.stream().map(campus::process).toList();
        users.forEach(CampusProcess::kill9);
        campus.process("kafka").kill9();
        Folders.delete(home().folder().resolve("kafka/data"));
        campus.process("kafka").restart();
        users.forEach(CampusProcess::restart);
    }

    private static void assertReplayed(House house) {
        Replay replay = Replay.run(house, Json.object("mode", "fold"));
        assertThat(replay.verdict()).isEqualTo("identical");
        assertThat(replay.differences()).isZero();
    }

    /** Runs a command as the script does; its output, once it succeeded. */
    private String campus(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Programs.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-Dcampus.root=" + tree.root(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                tree.localClasspath(),
                Campus.class.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, arguments[0], ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CAMPUS_HOME", home().folder().toString());
        builder.environment().put("CAMPUS_PORT", Integer.toString(ports.base()));
        int code = builder.start().onExit().join().exitValue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(code).as(said).isZero();
        return said;
    }
}
