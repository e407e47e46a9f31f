package org.gongxue.creditbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.as;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.convert;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.depositBody;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.gongxue.creditbank.CreditBankCity.publish;
import static org.gongxue.creditbank.CreditBankCity.serial;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.kit.door.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service over HTTP, on a real PostgreSQL and a real Kafka, fed by a real enrollment log. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class CreditBankServiceTest {

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private CreditBankCity city;

    @BeforeEach
    void cityIsKnown() throws SQLException {
        city = CreditBankCity.standing(dataSource, log);
    }

    @Test
    void aCertificateBecomesCreditsAndLosesThemAgain() {
        city.register("zhou");
        var program = "mechanics-" + serial();
        city.seen(enroll("e-zhou", "zhou", program));
        publishRule(program);

        var outcomeId = deposit(learner("zhou"), "me", certificate("17", 3), "SENIOR")
                .statusCode(201)
                .header("Log-Index", containsString("credit-bank="))
                .body("state", is("recognized"))
                .body("reasons", is(List.of()))
                .extract()
                .<String>path("outcomeId");
        var conversionId = convert(learner("zhou"), outcomeId, "e-zhou")
                .statusCode(201)
                .body("state", is("converted"))
                .body("credits", is(8))
                .body("courses.courseCode", contains("ME-1", "ME-2", "ME-3"))
                .extract()
                .<String>path("conversionId");
        convert(learner("zhou"), outcomeId, "e-zhou")
                .statusCode(201)
                .body("state", is("refused"))
                .body("reasons[0].code", is("ALREADY_CONVERTED"))
                .body("reasons[0].cites", is(conversionId));

        learner("zhou")
                .get("/api/credit-bank/accounts/mine")
                .then()
                .statusCode(200)
                .body("accountId", is("LA-zhou"))
                .body("highestLevel", is("SENIOR"))
                .body("outcomes[0].occupationName", is("电工"))
                .body("conversions[0].state", is("converted"))
                .body("conversions[1].state", is("refused"));

        revocation(admin("admin1"), outcomeId, "").statusCode(201).body("state", is("proposed"));
        learner("zhou")
                .get("/api/credit-bank/accounts/mine")
                .then()
                .body("highestLevel", is("SENIOR"))
                .body("outcomes[0].state", is("recognized"))
                .body("outcomes[0].revocationProposed", nullValue());
        revocation(admin("admin2"), outcomeId, "/confirmation")
                .statusCode(200)
                .body("state", is("revoked"))
                .body("reversedConversions", contains(conversionId));
        learner("zhou")
                .get("/api/credit-bank/accounts/mine")
                .then()
                .body("highestLevel", nullValue())
                .body("outcomes[0].state", is("revoked"))
                .body("outcomes[0].revoked.on", is("2017-06-01"))
                .body("outcomes[0].revoked.reasonCode", is("FALSE_CERTIFICATE"))
                .body("outcomes[0].revoked.text", is("经核实，证书不真实"))
                .body("conversions[0].state", is("reversed"))
                .body("conversions[0].reasons[0].text", is("这项学习成果的认定已撤销，由它转换的学分不再计入。"));
    }

    @Test
    void aRevocationIsProposedSeenTurnedDownAndConfirmedByAnother() {
        var outcomeId = deposit(learner("wang"), "me", certificate("17", 3), "SENIOR")
                .extract()
                .<String>path("outcomeId");
        var proposed = "items.find { it.outcomeId == '" + outcomeId + "' }";
        var list = "/api/credit-bank/outcomes?revocationProposed=true&limit=500";
        revocation(admin("admin2"), outcomeId, "/confirmation")
                .statusCode(409)
                .body("code", is("REVOCATION_NOT_PROPOSED"));
        revocation(admin("admin1"), outcomeId, "").statusCode(201);
        revocation(admin("admin2"), outcomeId, "").statusCode(409).body("code", is("REVOCATION_PROPOSED_ALREADY"));
        revocation(admin("admin1"), outcomeId, "/confirmation").statusCode(403).body("code", is("MAKER_IS_CHECKER"));
        revocation(admin("admin-shinan"), outcomeId, "/confirmation")
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));
        admin("admin2")
                .body(Map.of("reasonCode", "WRONG_LEARNER"))
                .post("/api/credit-bank/outcomes/{id}/revocation/confirmation", outcomeId)
                .then()
                .statusCode(409)
                .body("code", is("REVOCATION_CHANGED"))
                .body("detail", containsString("证书不真实"));
        admin("admin1")
                .get(list)
                .then()
                .rootPath(proposed)
                .body("state", is("recognized"))
                .body("revoked", nullValue())
                .body("revocationProposed.on", is("2017-06-01"))
                .body("revocationProposed.text", is("经核实，证书不真实"))
                .body("revocationProposed.proposedByMe", is(true));
        admin("admin2").get(list).then().body(proposed + ".revocationProposed.proposedByMe", is(false));
        revocation(admin("admin2"), outcomeId, "/rejection").statusCode(200).body("state", is("rejected"));
        admin("admin1").get(list).then().body("items.outcomeId", not(hasItem(outcomeId)));

        revocation(admin("admin2"), outcomeId, "").statusCode(201);
        revocation(admin("admin1"), outcomeId, "/confirmation").statusCode(200).body("state", is("revoked"));
        admin("admin1").get(list).then().body("items.outcomeId", not(hasItem(outcomeId)));
        revocation(admin("admin1"), outcomeId, "").statusCode(409).body("code", is("OUTCOME_NOT_RECOGNIZED"));
    }

    @Test
    void oneOccupationTypedInManyWaysIsOneOccupation() {
        for (var typed : List.of("6-31-01-03", "６－３１－０１－０３", " 6 – 31 – 01 – 03 ", "6−31−01−03", "6310103")) {
            var body = depositBody("me", certificate("17", 3), "SENIOR");
            body.put("occupationCode", typed);
            var outcomeId = deposit(learner("wang"), body)
                    .statusCode(201)
                    .body("state", is("recognized"))
                    .extract()
                    .<String>path("outcomeId");
            learner("wang")
                    .get("/api/credit-bank/accounts/mine")
                    .then()
                    .body("outcomes.find { it.outcomeId == '" + outcomeId + "' }.occupationCode", is("6-31-01-03"));
        }
    }

    @Test
    void whatIsParkedIsTheConcernOfWhoAdministersTheWholeBank() {
        var list = "/api/credit-bank/parked-inputs";
        admin("admin1").get(list).then().statusCode(200).body("items", empty());
        var body = Map.of("subject", "wang", "source", "enrollment", "index", 1);
        admin("admin1")
                .body(body)
                .post(list + "/proposals")
                .then()
                .statusCode(404)
                .body("code", is("PARKED_NOTHING"));
        for (var stranger : List.of(learner("wang"), officer("officer-shinan"), admin("admin-shinan"))) {
            stranger.get(list).then().statusCode(403);
            stranger.body(body).post(list + "/proposals").then().statusCode(403);
        }
        as("auditor-shinan", Roles.AUDITOR).get(list).then().statusCode(403);
    }

    @Test
    void everythingReachesTheTopic() {
        deposit(learner("wang"), "me", certificate("17", 4), "INTERMEDIATE").statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> admin("admin1")
                        .get("/api/credit-bank/log/position")
                        .then()
                        .statusCode(200)
                        .body("publishedIndex", equalTo((int) log.lastIndex())));
    }

    @Test
    void readModelsMadeAgainFromTheLogAreTheSame() throws SQLException {
        deposit(learner("wang"), "me", certificate("16", 4), "INTERMEDIATE").statusCode(201);
        deposit(learner("wang"), "me", certificate("16", 4), "SENIOR").statusCode(201);
        convert(learner("wang"), "no-such-outcome", "e1").statusCode(404);
        publishRule("rebuilt");
        var before = readModels();
        admin("admin1")
                .post("/api/credit-bank/log/rebuild")
                .then()
                .statusCode(202)
                .body("state", is("running"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !admin("admin1")
                        .get("/api/credit-bank/log/rebuild")
                        .path("state")
                        .equals("running"));
        admin("admin1").get("/api/credit-bank/log/rebuild").then().body("state", is("done"));
        assertThat(readModels()).isEqualTo(before);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        var number = certificate("17", 3);
        var key = UUID.randomUUID().toString();
        var first = deposit(learner("wang").header("Idempotency-Key", key), "me", number, "SENIOR")
                .statusCode(201)
                .extract()
                .asString();
        assertThat(deposit(learner("wang").header("Idempotency-Key", key), "me", number, "SENIOR")
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void whoeverProposedARuleDoesNotPublishIt() {
        var ruleId = propose("civil").statusCode(201).extract().<String>path("ruleId");
        publish(admin("admin1"), ruleId)
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", is("MAKER_IS_CHECKER"));
        learner("wang")
                .get("/api/credit-bank/conversion-rules?program=civil")
                .then()
                .statusCode(200)
                .body("items.ruleId", not(hasItem(ruleId)));
        admin("admin2")
                .get("/api/credit-bank/conversion-rules?program=civil")
                .then()
                .body("items.ruleId", hasItem(ruleId));
    }

    private static ValidatableResponse revocation(RequestSpecification caller, String outcomeId, String step) {
        return caller.body(Map.of("reasonCode", "FALSE_CERTIFICATE"))
                .post("/api/credit-bank/outcomes/{id}/revocation" + step, outcomeId)
                .then();
    }

    private static ValidatableResponse propose(String program) {
        return admin("admin1")
                .body(Map.of(
                        "ruleId",
                        "fitter-" + serial(),
                        "programId",
                        program,
                        "occupationCodes",
                        List.of("6-31-01-03"),
                        "minimumLevel",
                        "SENIOR",
                        "courses",
                        List.of(course("ME-1", 3), course("ME-2", 3), course("ME-3", 2)),
                        "capCredits",
                        10,
                        "validFrom",
                        "2015-01-01"))
                .post("/api/credit-bank/conversion-rules")
                .then();
    }

    private static Map<String, Object> course(String code, int credits) {
        return Map.of("courseCode", code, "courseName", "课程" + code, "credits", credits);
    }

    private static void publishRule(String program) {
        var ruleId = propose(program)
                .statusCode(201)
                .body("state", is("proposed"))
                .extract()
                .<String>path("ruleId");
        publish(admin("admin2"), ruleId).statusCode(200).body("state", is("published"));
    }

    private long enroll(String enrollmentId, String learnerId, String program) {
        return city.say(
                "enrollment/" + enrollmentId,
                new LearnerEnrolled(
                        enrollmentId,
                        learnerId,
                        program,
                        1,
                        "10699",
                        "S-" + enrollmentId,
                        "firm-a",
                        80,
                        LocalDate.of(2015, 3, 20)));
    }

    /** Every row of every read model, as text. */
    private List<String> readModels() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var select = connection.createStatement()) {
            for (var table :
                    List.of("learning_outcome_of_unit", "credit_conversion", "conversion_rule_version", "issuer")) {
                try (var row = select.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
                    while (row.next()) {
                        rows.add(table + row.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
