package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
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

    private static final String LEARNER = Synthetic.phone(Cast.PLAIN_GRADUATE);
    private static final String OFFICER = "officer-12";
    private static final LocalDate TODAY = LocalDate.of(2018, 3, 16);

    private static final String PLACES = Paths.REWARD + "quotas/" + PolicyFiles.SKILL + "/2017";
    private static final List<String> STAFF = List.of(OFFICER, Staff.ADMINISTRATOR, Staff.FINANCE, Staff.AUDITOR);

    /** A request that belongs to one office, with those who hold it. */
    private record Office(String path, JsonNode body, List<String> holders) {}

    private static final List<String> EVERYONE = List.of(
            LEARNER, OFFICER, Staff.REGISTRAR, Staff.PARTNER, Staff.ADMINISTRATOR, Staff.FINANCE, Staff.AUDITOR);

    private static final List<Office> COMMANDS = List.of(
            new Office(Paths.ENROLLMENT + "calendar/days", Json.object("date", TODAY), List.of(Staff.ADMINISTRATOR)),
            new Office(Paths.ENROLLMENT + "units", Unit.CITY.registration(), List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.ENROLLMENT + "withdrawals",
                    Json.items(List.of(
                            Json.object("studentNumber", "201510699000", "on", TODAY, "reasonCode", "PERSONAL"))),
                    List.of(Staff.REGISTRAR, Staff.PARTNER)),
            new Office(
                    Paths.ENROLLMENT + "payees",
                    Json.object("purpose", "curiosity", "batchId", "b", "payees", List.of()),
                    List.of()),
            new Office(
                    Paths.CREDIT_BANK + "outcomes/none/revocation",
                    Json.object("reasonCode", "FALSE_CERTIFICATE"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "outcomes/none/revocation/confirmation",
                    Json.object("reasonCode", "FALSE_CERTIFICATE"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "issuers/" + Synthetic.ISSUER + "/proposals/9/confirmation",
                    Json.object("digest", "0".repeat(64)),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.REWARD + "batches",
                    Json.object("fundId", "tuition-2017", "purpose", "TUITION_REFUND"),
                    List.of(Staff.FINANCE)),
            new Office(Paths.REWARD + "audit/replays", Json.object("mode", "fold"), List.of(Staff.AUDITOR)),
            new Office(Paths.REWARD + "policies", Json.object(), List.of(Staff.ADMINISTRATOR)),
            new Office(
                    PLACES + "/proposals",
                    Json.object(
                            "policyVersion",
                            1,
                            "reasonCode",
                            "REALLOCATION",
                            "cells",
                            List.of(Json.object("unitId", "370202", "group", "3", "places", 1))),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    PLACES + "/proposals/1/confirmation",
                    Json.object("digest", "0".repeat(64)),
                    List.of(Staff.ADMINISTRATOR, OFFICER)),
            new Office(PLACES + "/proposals/1/rejection", Json.object(), List.of(Staff.ADMINISTRATOR, OFFICER)),
            new Office(
                    Paths.REWARD + "claims/preview",
                    Json.object(
                            "kind", "SKILL_CERTIFICATE",
                            "occupationCode", "6-99-01-01",
                            "level", "SENIOR",
                            "issuedOn", TODAY,
                            "route", "TRAINING"),
                    List.of(LEARNER, OFFICER)),
            new Office(
                    Paths.REWARD + "entitlements/E-0123456789abcdef/recovery/receipt",
                    Json.object("bankReference", "none", "on", TODAY),
                    List.of(Staff.FINANCE)),
            new Office(
                    Paths.CREDIT_BANK + "issuers",
                    Json.object("issuerCode", "37020002", "name", "样例机构", "scopes", List.of(), "from", TODAY),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "issuers/" + Synthetic.ISSUER + "/withdrawal",
                    Json.object("after", TODAY, "reasonCode", "ACCREDITATION_WITHDRAWN"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(Paths.CREDIT_BANK + "outcomes/batch", Json.items(List.of()), List.of(OFFICER)),
            proposal(Paths.ENROLLMENT),
            proposal(Paths.CREDIT_BANK),
            proposal(Paths.REWARD),
            new Office(
                    Paths.REWARD + "parked-inputs/proposals/PP-00000000000000000000/confirmation",
                    Json.object("subject", "none"),
                    List.of(Staff.ADMINISTRATOR)));

    private static final List<Office> READS = List.of(
            new Office(Paths.REWARD + "quotas", Json.object(), STAFF),
            new Office(PLACES, Json.object(), STAFF),
            new Office(
                    Paths.CREDIT_BANK + "outcomes",
                    Json.object(),
                    List.of(OFFICER, Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "ledger/snapshot", Json.object(), List.of(Staff.AUDITOR)),
            new Office(Paths.ENROLLMENT + "log/events", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.CREDIT_BANK + "log/events", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "log/events", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "log/rebuild", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "log/events/1", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(
                    Paths.REWARD + "funds", Json.object(), List.of(Staff.FINANCE, Staff.AUDITOR, Staff.ADMINISTRATOR)),
            new Office(
                    Paths.ENROLLMENT + "graduation-files",
                    Json.object(),
                    List.of(Staff.REGISTRAR, Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.ENROLLMENT + "log/entries", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.CREDIT_BANK + "log/entries", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "log/entries", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR)),
            checkpoint(Paths.ENROLLMENT),
            checkpoint(Paths.CREDIT_BANK),
            checkpoint(Paths.REWARD),
            parked(Paths.ENROLLMENT),
            parked(Paths.CREDIT_BANK),
            parked(Paths.REWARD));

    private static Office checkpoint(String service) {
        return new Office(
                service + "log/checkpoint",
                Json.object(),
                List.of(Staff.ADMINISTRATOR, Staff.AUDITOR, Staff.REGISTRAR));
    }

    private static Office proposal(String service) {
        return new Office(
                service + "parked-inputs/proposals",
                Json.object("subject", "none", "source", "enrollment", "index", 1),
                List.of(Staff.ADMINISTRATOR));
    }

    private static Office parked(String service) {
        return new Office(service + "parked-inputs", Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR));
    }

    static Stream<Arguments> commandsOfOthers() {
        return ofOthers(COMMANDS);
    }

    static Stream<Arguments> readsOfOthers() {
        return ofOthers(READS);
    }

    private static Stream<Arguments> ofOthers(List<Office> offices) {
        List<Arguments> all = new ArrayList<>();
        for (Office office : offices) {
            EVERYONE.stream()
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
        for (Office office : READS) {
            for (String holder : office.holders()) {
                assertThat(run.house().as(holder).look(office.path(), "zh-CN").status())
                        .as(holder + ": " + office.path())
                        .isEqualTo(200);
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
        var learner = run.house().as(LEARNER);
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
        assertThat(Json.list(officer.read(PLACES).path("cells")))
                .hasSize(2)
                .allMatch(cell -> cell.path("unitId").asText().equals(unit));
        JsonNode elsewhere = Json.list(
                        run.house().as(Staff.ADMINISTRATOR).read(PLACES).path("cells"))
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
        var officer = run.house().as(OFFICER);
        String applications = Paths.ENROLLMENT + "applications?intake=" + Intake.OF_2015.id();
        assertThat(officer.look(applications, "zh-CN").status()).isEqualTo(200);
        String appointment = administrator.readAll(Paths.ENROLLMENT + "officers").stream()
                .filter(o -> o.path("subject").asText().equals(Staff.subject(OFFICER)))
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
                    PLACES,
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
