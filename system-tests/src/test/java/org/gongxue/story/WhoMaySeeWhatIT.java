package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.story.SkillCertificate.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not see, cannot; who is moved loses access, whatever the token says. */
@ExtendWith(WithDemoRun.class)
class WhoMaySeeWhatIT {

    static Stream<Arguments> commandsOfOthers() {
        return ofOthers(Office.COMMANDS);
    }

    static Stream<Arguments> readsOfOthers() {
        return Stream.concat(ofOthers(Office.READS), ofOthers(Office.MISSES));
    }

    private static Stream<Arguments> ofOthers(List<Office> offices) {
        List<Arguments> all = new ArrayList<>();
        for (Office office : offices) {
            Office.EVERYONE.stream()
                    .filter(account -> !office.holders().contains(account))
                    .forEach(account -> all.add(Arguments.of(account, office.path(), office.body())));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: POST {1}")
    @MethodSource("commandsOfOthers")
    void nobodyDoesWhatIsAnothersOffice(String account, String path, JsonNode body, DemoRun run) {
        assertThat(run.house().as(account).attempt(path, body).status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}: GET {1}")
    @MethodSource("readsOfOthers")
    void nobodyReadsWhatIsAnothersOffice(String account, String path, JsonNode none, DemoRun run) {
        assertThat(run.house().as(account).look(path, "zh-CN").status()).isEqualTo(403);
    }

    @Test
    void everyoneReadsWhatBelongsToTheOwnOffice(DemoRun run) {
        for (Office office : Office.READS) {
            for (String holder : office.holders()) {
                assertThat(run.house().as(holder).look(office.path(), "zh-CN").status())
                        .as(holder + ": " + office.path())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsNotThereIsToldToThoseWhoseOfficeItWouldBe(DemoRun run) {
        for (Office office : Office.MISSES) {
            for (String holder : office.holders()) {
                assertThat(run.house().as(holder).look(office.path(), "zh-CN").status())
                        .as(holder + ": " + office.path())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aRegistrarOfAnotherUniversityIsNotLetIn(DemoRun run) {
        var stranger = run.house().as(University.GEOSCIENCES.registrar());
        assertThat(stranger.look(Paths.ENROLLMENT + "enrollments?university=10699", "zh-CN")
                        .status())
                .isEqualTo(403);
        JsonNode file = run.house()
                .as(Staff.REGISTRAR)
                .readAll(Paths.ENROLLMENT + "graduation-files")
                .getFirst();
        String path =
                Paths.ENROLLMENT + "graduation-files/" + file.path("fileId").asText();
        assertThat(stranger.look(path + "/rows", "zh-CN").status()).isIn(403, 404);
        assertThat(stranger.attempt(path + "/release", Json.object()).status()).isIn(403, 404);
    }

    @Test
    void aLearnerDoesNotSeeAnotherLearner(DemoRun run) {
        JsonNode other = run.house().as(Synthetic.phone(2)).read(Paths.ENROLLMENT + "learners/me");
        String learnerId = other.path("learnerId").asText();
        var learner = run.house().as(Office.LEARNER);
        for (String path :
                List.of(Paths.ENROLLMENT + "learners/" + learnerId, Paths.CREDIT_BANK + "accounts/" + learnerId)) {
            assertThat(learner.look(path, "zh-CN").status()).as(path).isIn(403, 404);
        }
        JsonNode entitlement = LookAtWhatIsOwed.entitlement(run.house(), new Cast().worker(2));
        assertThat(learner.look(
                                Paths.REWARD + "entitlements/"
                                        + entitlement.path("entitlementId").asText(),
                                "zh-CN")
                        .status())
                .isIn(403, 404);
    }

    @Test
    void anOfficerSeesThePlacesAndLinesOfTheOwnUnitsAlone(DemoRun run) {
        String unit = Unit.DISTRICTS.getFirst().id();
        var officer = run.house().as(Staff.district(0));
        assertThat(Json.list(officer.read(Office.PLACES).path("cells")))
                .hasSize(2)
                .allMatch(cell -> cell.path("unitId").asText().equals(unit));
        JsonNode elsewhere = Json.list(
                        run.house().as(Staff.ADMINISTRATOR).read(Office.PLACES).path("cells"))
                .stream()
                .filter(cell -> !cell.path("unitId").asText().equals(unit))
                .findFirst()
                .orElseThrow();
        String line = Paths.REWARD + "quotas/cells/" + elsewhere.path("cellId").asText() + "/waitlist";
        assertThat(officer.look(line, "zh-CN").status()).isIn(403, 404);
        assertThat(Json.list(officer.read(Paths.REWARD + "entitlements?policy=" + PolicyFiles.SKILL + "&limit=500")))
                .isNotEmpty()
                .allMatch(e -> e.path("unitId").asText().equals("firm-" + unit));
    }

    @Test
    void anOfficerCannotHandInACertificateForSomebodyElsewhere(DemoRun run) {
        String learner = run.house()
                .as(Synthetic.phone(12))
                .read(Paths.ENROLLMENT + "learners/me")
                .path("learnerId")
                .asText();
        var certificate =
                new SampleIssuer(90_000).issue(2017, Trade.first(1).getFirst(), SkillLevel.BEGINNER, Route.TRAINING);
        assertThat(run.house()
                        .as(Staff.district(0))
                        .attempt(Paths.CREDIT_BANK + "outcomes", certificate.deposit(learner))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMovedOfficerLosesAccessWithoutANewToken(DemoRun run) {
        var administrator = run.house().as(Staff.ADMINISTRATOR);
        var officer = run.house().as(Office.OFFICER);
        String applications = Paths.ENROLLMENT + "applications?intake=" + Intake.OF_2015.id();
        assertThat(officer.look(applications, "zh-CN").status()).isEqualTo(200);
        String appointment = administrator.readAll(Paths.ENROLLMENT + "officers").stream()
                .filter(o -> o.path("subject").asText().equals(Staff.subject(Office.OFFICER)))
                .findFirst()
                .orElseThrow()
                .path("appointmentId")
                .asText();
        administrator.command(Paths.ENROLLMENT + "officers/" + appointment + "/dismissal", Json.object());
        assertThat(officer.look(applications, "zh-CN").status()).isEqualTo(403);
        assertThat(officer.look(Paths.REWARD + "entitlements", "zh-CN").status())
                .isEqualTo(403);
    }

    @Test
    void nothingIsShownWithoutATokenOrWithAMadeUpOne(DemoRun run) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (String path : List.of(
                    Paths.ENROLLMENT + "learners/me",
                    Paths.CREDIT_BANK + "accounts/mine",
                    Paths.REWARD + "entitlements/mine",
                    Paths.REWARD + "ledger/snapshot",
                    Paths.REWARD + "quotas",
                    Office.PLACES,
                    Paths.REWARD + "policies",
                    Paths.CREDIT_BANK + "outcomes",
                    Paths.CREDIT_BANK + "issuers")) {
                var request = HttpRequest.newBuilder(run.door().resolve(path));
                assertThat(client.send(request.build(), BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(401);
                request.header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbjEifQ.");
                assertThat(client.send(request.build(), BodyHandlers.discarding())
                                .statusCode())
                        .as(path + " with a made-up token")
                        .isEqualTo(401);
            }
        }
    }
}
