package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.learner;
import static org.gongxue.reward.RewardCity.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.testing.PublishedSource.Say;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one could get, asked over HTTP before anything is handed in. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class ClaimServiceTest {

    private static final String POLICY = "foreseen-city-skill-reward";
    private static final String LATER = "later-city-skill-reward";

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private RewardCity city;

    @BeforeEach
    void twoPoliciesAreThereOneOfThemOpen() throws SQLException {
        city = RewardCity.standing(dataSource, log);
        if (admin("admin1").get(API + "policies/" + POLICY + "/versions/1").statusCode() == 404) {
            city.publish(policy("foreseen", 2018).replace("2018-01-01", "2018-03-01"));
            city.publish(policy("later", 2019));
            allot("d1", "3", 1);
            allot("d2", "8", 0);
        }
    }

    /** The skill rewards, for certificates issued in a year, with that year's places. */
    private static String policy(String name, int year) {
        return RewardStory.skillReward()
                .replace("qingdao-", name + "-city-")
                .replace("\"from\": \"2015-01-01\", \"until\": \"2017-12-31\"", years(year))
                .replace("\"year\": 2017", "\"year\": " + year);
    }

    private static String years(int year) {
        return "\"from\": \"" + year + "-01-01\", \"until\": \"" + year + "-12-31\"";
    }

    private static void allot(String unitId, String group, int places) {
        var proposed = admin("admin1")
                .body(Map.of(
                        "policyVersion",
                        1,
                        "reasonCode",
                        "ALLOTMENT",
                        "cells",
                        List.of(Map.of("unitId", unitId, "group", group, "places", places))))
                .post(API + "quotas/" + POLICY + "/2018/proposals")
                .then()
                .statusCode(201)
                .extract();
        admin("admin2")
                .body(Map.of("digest", proposed.<String>path("digest")))
                .post(API + "quotas/" + POLICY + "/2018/proposals/" + proposed.path("number") + "/confirmation")
                .then()
                .statusCode(200);
    }

    @Test
    void theQuestionsNameWhatIsOpenAndWhatOpensNext() {
        anonymous()
                .get(API + "self-check/questions")
                .then()
                .statusCode(200)
                .body("today", is(RewardCity.TODAY.toString()))
                .body("policies.policyId", hasItem(POLICY))
                .body("policies.policyId", not(hasItem(LATER)))
                .body("next.policyId", is(LATER))
                .body("next.from", is("2019-01-01"))
                .body("units.unitId", hasItem("d1"))
                .body("units.unitId", not(hasItem("city")))
                .body(
                        "heldBefore.value",
                        contains("NONE", "BEGINNER", "INTERMEDIATE", "SENIOR", "TECHNICIAN", "SENIOR_TECHNICIAN"))
                .body("heldBefore[0].text", is("没有等级"))
                .body("levels[0].value", is("BEGINNER"))
                .body("ownerships.value", not(hasItem("NOT_APPLICABLE")));
    }

    @Test
    void somebodyUnknownLearnsTheAmountAndThePlacesLeft() {
        var checked = check(Map.of("ownership", "PRIVATE", "heldBefore", "INTERMEDIATE", "level", "SENIOR"));
        checked.body("asOf", is(RewardCity.TODAY.toString()))
                .body("results[0].result", is("owed"))
                .body("results[0].group", is("3"))
                .body("results[0].amountFen", is(200_000))
                .body("results[0].computation.text", containsString("2,000.00"))
                .body("results[0].conditions.passed", everyItem(is(true)))
                .body("results[0].missing", empty())
                .body("results[0].place.unitId", is("d1"))
                .body("results[0].place.places", is(1))
                .body("results[0].place.used", is(0))
                .body("results[0].place.left", is(1))
                .body("results[0].place.outcome", is("place"))
                .body("results[0].place.position", is(1));
        checked.header("Set-Cookie", nullValue());
    }

    @Test
    void whereNoPlaceIsLeftTheNumberInTheLineIsShown() {
        check(Map.of("memberUnitId", "d2", "ownership", "PRIVATE", "heldBefore", "NONE", "level", "BEGINNER"))
                .body("results[0].result", is("owed"))
                .body("results[0].amountFen", is(100_000))
                .body("results[0].place.left", is(0))
                .body("results[0].place.outcome", is("waitlist"))
                .body("results[0].place.position", is(1));
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        check(Map.of("heldBefore", "INTERMEDIATE", "level", "SENIOR"))
                .body("results[0].result", is("pending"))
                .body("results[0].missing.fact", contains("unit.ownership"))
                .body("results[0].missing.text", contains("单位类型"));
    }

    @Test
    void everyRuleThatRefusesIsNamedInTheReadersLanguage() {
        var answers = Map.of("ownership", "STATE", "heldBefore", "SENIOR", "level", "SENIOR");
        check(answers)
                .body("results[0].result", is("refused"))
                .body("results[0].reasons.code", contains("LEVEL_NOT_HIGHER", "UNIT_NOT_NONPUBLIC"))
                .body("results[0].reasons[1].text", containsString("您单位登记为“国有”"))
                .body("results[0].amountFen", nullValue())
                .body("results[0].place", nullValue());
        anonymous()
                .header("Accept-Language", "en")
                .body(answers(answers))
                .post(API + "self-check")
                .then()
                .body("results[0].reasons[1].text", containsString("yours is registered as \"state-owned\""));
    }

    @Test
    void aPolicyThatIsNotOpenIsNamedWithItsOpening() {
        check(Map.of("ownership", "PRIVATE", "heldBefore", "NONE", "level", "SENIOR", "policyId", LATER))
                .body("results", empty())
                .body("notOpen[0].policyId", is(LATER))
                .body("notOpen[0].opensOn", is("2019-01-01"));
    }

    /** What else goes on may write; if the self-check did, the log would be longer after each. */
    @Test
    void theSelfCheckLeavesNoTrace() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            var before = log.lastIndex();
            check(Map.of("ownership", "PRIVATE", "heldBefore", "INTERMEDIATE", "level", "SENIOR"));
            anonymous().get(API + "self-check/questions").then().statusCode(200);
            return log.lastIndex() == before;
        });
    }

    @Test
    void answersThatCannotBeAreRefused() {
        for (var wrong : List.of(
                Map.of("level", "MASTER", "heldBefore", "NONE"),
                Map.of("level", "SENIOR", "heldBefore", "nothing"),
                Map.of("level", "SENIOR"),
                Map.of("level", "SENIOR", "heldBefore", "NONE", "memberUnitId", "no unit"))) {
            anonymous().body(answers(wrong)).post(API + "self-check").then().statusCode(400);
        }
        anonymous()
                .body(answers(Map.of("level", "SENIOR", "heldBefore", "NONE", "memberUnitId", "nowhere")))
                .post(API + "self-check")
                .then()
                .statusCode(422)
                .body("code", is("UNIT_UNKNOWN"));
    }

    @Test
    void aLearnerSeesPlaceAndAmountOfTheOwnClaimBeforeHandingItIn() {
        registered("foresees");
        learner("foresees")
                .body(claim(Map.of("heldBefore", "INTERMEDIATE", "heldInOccupation", "INTERMEDIATE")))
                .post(API + "claims/preview")
                .then()
                .statusCode(200)
                .rootPath("results.find { it.policyId == '" + POLICY + "' }.")
                .body("result", is("owed"))
                .body("amountFen", is(200_000))
                .body("place.unitId", is("d1"))
                .body("place.left", is(1))
                .body("place.outcome", is("place"));
        learner("foresees")
                .body(claim(Map.of("heldBefore", "INTERMEDIATE")))
                .post(API + "claims/preview")
                .then()
                .statusCode(200)
                .rootPath("results.find { it.policyId == '" + POLICY + "' }.")
                .body("result", is("pending"))
                .body("missing.text", contains("本工种提升的级数"));
    }

    @Test
    void whatWasRewardedOnceIsForeseenAsADuplicate() {
        registered("again");
        city.bankSays(List.of(
                Say.of("outcome/again", again()),
                Say.of(
                        "outcome/again",
                        new OutcomeRecognized(
                                "again",
                                "learner-again",
                                SkillLevel.INTERMEDIATE,
                                SkillLevel.BEGINNER,
                                SkillLevel.BEGINNER))));
        var first = learner("again")
                .get(API + "entitlements/mine")
                .then()
                .body("items[0].state", is("waitlisted"))
                .extract()
                .<String>path("items[0].entitlementId");
        for (var level : Map.of("INTERMEDIATE", "refused", "SENIOR", "owed").entrySet()) {
            learner("again")
                    .body(claim(
                            Map.of("level", level.getKey(), "heldBefore", "BEGINNER", "heldInOccupation", "BEGINNER")))
                    .post(API + "claims/preview")
                    .then()
                    .statusCode(200)
                    .rootPath("results.find { it.policyId == '" + POLICY + "' }.")
                    .body("result", is(level.getValue()))
                    .body("reasons[0]?.first", is(level.getValue().equals("owed") ? null : first));
        }
    }

    private static OutcomeDeposited again() {
        return new OutcomeDeposited(
                "again",
                "learner-again",
                OutcomeKind.SKILL_CERTIFICATE,
                "token-again",
                CertificateForm.DIGITS_16,
                null,
                "6-18-01-01",
                "2015",
                "车工",
                SkillLevel.INTERMEDIATE,
                null,
                null,
                LocalDate.of(2018, 3, 2),
                AcquisitionRoute.TRAINING,
                RewardCity.TODAY,
                "user:officer");
    }

    @Test
    void whoIsNotRegisteredYetLearnsWhatIsMissing() {
        learner("passer-by")
                .body(claim(Map.of("heldBefore", "INTERMEDIATE", "heldInOccupation", "INTERMEDIATE")))
                .post(API + "claims/preview")
                .then()
                .statusCode(200)
                .rootPath("results.find { it.policyId == '" + POLICY + "' }.")
                .body("result", is("pending"))
                .body("missing.fact", hasItem("unit.memberUnitId"));
    }

    @Test
    void anOfficerAsksForAWorkerOfTheOwnUnionAlone() {
        registered("worker");
        var claim = claim(Map.of("learnerId", "learner-worker"));
        officer("officer-d1").body(claim).post(API + "claims/preview").then().statusCode(200);
        officer("officer-d2").body(claim).post(API + "claims/preview").then().statusCode(404);
        officer("officer-d1")
                .body(claim(Map.of("learnerId", "learner-nobody")))
                .post(API + "claims/preview")
                .then()
                .statusCode(404);
        learner("somebody").body(claim).post(API + "claims/preview").then().statusCode(403);
        anonymous().body(claim).post(API + "claims/preview").then().statusCode(401);
    }

    @Test
    void aDocumentOfTomorrowIsNotForeseen() {
        learner("foresees")
                .body(claim(Map.of("issuedOn", RewardCity.TODAY.plusDays(1).toString())))
                .post(API + "claims/preview")
                .then()
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
    }

    /** A worker of a private firm of the first district. */
    private void registered(String n) {
        city.say(
                "unit/firm",
                new UnitRegistered(
                        "firm",
                        "d1",
                        "样例公司",
                        UnitLevel.GRASSROOTS,
                        Ownership.PRIVATE,
                        Affiliation.NONE,
                        null,
                        null,
                        List.of("city", "d1", "firm")));
        city.seen(city.say(
                "learner/" + n,
                new LearnerRegistered(
                        "learner-" + n,
                        "token-" + n,
                        "firm",
                        EducationLevel.SENIOR_SECONDARY,
                        Tokens.subject(n),
                        "t")));
    }

    private static ValidatableResponse check(Map<String, String> given) {
        return anonymous().body(answers(given)).post(API + "self-check").then().statusCode(200);
    }

    private static Map<String, String> answers(Map<String, String> given) {
        var answers = new HashMap<>(Map.of("memberUnitId", "d1", "policyId", POLICY));
        answers.putAll(given);
        return answers;
    }

    private static Map<String, Object> claim(Map<String, String> given) {
        var claim = new HashMap<String, Object>(Map.of(
                "kind",
                "SKILL_CERTIFICATE",
                "occupationCode",
                "6-18-01-01",
                "level",
                "SENIOR",
                "issuedOn",
                "2018-03-01",
                "route",
                "TRAINING"));
        claim.putAll(given);
        return claim;
    }

    private static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }
}
