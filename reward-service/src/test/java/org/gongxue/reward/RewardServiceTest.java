package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.finance;
import static org.gongxue.reward.RewardCity.fundOf;
import static org.gongxue.reward.RewardCity.learner;
import static org.gongxue.reward.RewardCity.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service over HTTP, on a real PostgreSQL and a real Kafka, fed by a real enrollment log. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class RewardServiceTest {

    private RewardCity city;

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void theCityStands() throws SQLException {
        city = RewardCity.standing(dataSource, log);
    }

    @Test
    void aGraduateSeesWhatIsOwedAndWhyInBothLanguages() {
        city.graduates("wang", 800_000, true);
        learner("wang")
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", is("approved"))
                .body("items[0].policyName", is("职工千人学历教育学费全额报销"))
                .body("items[0].amountFen", is(800_000))
                .body("items[0].computation.text", is("实缴 8,000.00 元"))
                .body("items[0].conditions.name", contains("学分修满", "考试合格", "国家承认学历"))
                .body("items[0].conditions.passed", everyItem(is(true)))
                .body("items[0].conditions[0].value", is("80"))
                .body("items[0].conditions[0].needed", is("80"))
                .body("items[0].timeline.state", contains("approved"))
                .body("items[0].timeline[0].index", greaterThan(0))
                .body("items[0].attempts", empty())
                .body("items[0].waiting", nullValue());
        learner("wang")
                .header("Accept-Language", "en")
                .get(API + "entitlements/mine")
                .then()
                .body("items[0].computation.text", containsString("paid 8,000.00"));
    }

    @Test
    void aRefusalNamesTheRuleTheValueAndWhatIsNeeded() {
        city.studies("short", 800_000, true);
        city.seen(city.say(
                "enrollment/short", RewardStory.graduated("short", "diploma-short", DegreeLevel.BACHELOR, 76, true)));
        learner("short")
                .get(API + "entitlements/mine")
                .then()
                .body("items[0].state", is("refused"))
                .body("items[0].reasons[0].code", is("CONDITION_FAILED"))
                .body("items[0].reasons[0].text", is("学分修满：您的情况是“76”，需要“80”（第一条：完成相应课程学分）。"));
    }

    @Test
    void onlyWhoMaySeeSees() {
        city.graduates("private", 300_000, true);
        var id = learner("private")
                .get(API + "entitlements/mine")
                .then()
                .extract()
                .<String>path("items[0].entitlementId");
        for (var seer : List.of(learner("private"), officer("officer-d1"), finance("finance1"), auditor())) {
            seer.get(API + "entitlements/" + id).then().statusCode(200).body("entitlementId", is(id));
        }
        for (var stranger : List.of(learner("nobody"), officer("officer-d2"), officer("nobody"), finance("nobody"))) {
            stranger.get(API + "entitlements/" + id).then().statusCode(404).body("code", is("NOT_FOUND"));
        }
        officer("officer-d1")
                .get(API + "entitlements?fund=" + RewardCity.TUITION)
                .then()
                .statusCode(200)
                .body("items.entitlementId", hasItem(id));
        officer("officer-d2")
                .get(API + "entitlements")
                .then()
                .statusCode(200)
                .body("items.entitlementId", not(hasItem(id)));
        officer("nobody").get(API + "entitlements").then().statusCode(403).body("code", is("NOT_APPOINTED"));
        learner("private").get(API + "entitlements").then().statusCode(403).body("code", is("ROLE_REQUIRED"));
        given().get(API + "entitlements/" + id).then().statusCode(401);
        learner("nobody").get(API + "entitlements/mine").then().statusCode(200).body("items", empty());
        learner("private").get(API + "funds").then().statusCode(403);
        finance("nobody").get(API + "funds").then().statusCode(403).body("code", is("NOT_APPOINTED"));
    }

    @Test
    void aDismissedOfficerLosesAccessWithoutANewToken() {
        var appointed = city.appoint("officer-moved", "d1", StaffRole.UNION_OFFICER);
        city.seen(appointed);
        officer("officer-moved").get(API + "entitlements").then().statusCode(200);
        city.seen(city.say(
                "officer/officer-moved",
                new OfficerDismissed(
                        "officer-moved-UNION_OFFICER", Tokens.subject("officer-moved"), RewardCity.TODAY)));
        officer("officer-moved").get(API + "entitlements").then().statusCode(403);
    }

    @Test
    void listsComeInPages() {
        city.graduates("page1", 100_000, true);
        city.graduates("page2", 100_000, true);
        var first = finance("finance1")
                .get(API + "entitlements?limit=1&policy=qingdao-tuition-refund")
                .then();
        first.body("items", hasSize(1)).body("next", not(nullValue()));
        finance("finance1")
                .get(API + "entitlements?limit=1&cursor=" + first.extract().<String>path("next"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].entitlementId", not(is(first.extract().<String>path("items[0].entitlementId"))))
                .body("items[0].timeline", nullValue());
        finance("finance1")
                .get(API + "entitlements?limit=0")
                .then()
                .statusCode(400)
                .body("field", is("limit"));
    }

    @Test
    void aPolicyThatCannotWorkIsRefusedWithTheFaultShown() {
        admin("admin1")
                .body(RewardStory.halfTuition().replace("\"shortfall\": \"refuse\"", "\"shortfall\": \"maybe\""))
                .post(API + "policies")
                .then()
                .statusCode(422)
                .body("code", is("POLICY_MISSHAPEN"))
                .body("field", is("/shortfall"));
        admin("admin1")
                .body("{\"policyId\": 1.5}")
                .post(API + "policies")
                .then()
                .statusCode(422)
                .body("code", is("POLICY_UNREADABLE"))
                .body("field", is("/policyId"));
        admin("admin1").body("{").post(API + "policies").then().statusCode(422).body("code", is("POLICY_UNREADABLE"));
        admin("admin1")
                .body(RewardStory.tuitionRefund().replace("\"version\": 1", "\"version\": 2"))
                .post(API + "policies")
                .then()
                .statusCode(409)
                .body("code", is("POLICY_WINDOWS_OVERLAP"))
                .body("needed", startsWith("version 1"));
        finance("finance1").body("{}").post(API + "policies").then().statusCode(403);
        admin("admin1")
                .get(API + "policies/qingdao-tuition-refund/versions/1")
                .then()
                .body("document.policyId", is("qingdao-tuition-refund"))
                .body("state", is("published"));
        learner("nobody").get(API + "policies").then().body("items.policyId", hasItem("qingdao-tuition-refund"));
    }

    @Test
    void financeOfOneDistrictSeesNeitherFundsNorEveryonesEntitlements() {
        city.seen(city.appoint("finance-d1", "d1", StaffRole.FINANCE));
        finance("finance-d1").get(API + "funds").then().statusCode(403).body("code", is("NOT_APPOINTED"));
        finance("finance-d1").get(API + "entitlements").then().statusCode(403);
        finance("finance1")
                .get(API + "funds?cursor=1000")
                .then()
                .statusCode(200)
                .body("items", empty());
        finance("finance1").get(API + "entitlements?policy=%00").then().statusCode(400);
    }

    @Test
    void makerIsNeverChecker() {
        var document = RewardStory.tuitionRefund().replace("qingdao-tuition-refund", "maker-checker");
        var draft = admin("admin1").body(document).post(API + "policies").then();
        draft.statusCode(201).body("state", is("draft"));
        admin("admin2")
                .body(Map.of("digest", "0".repeat(64)))
                .post(API + "policies/maker-checker/versions/1/publication")
                .then()
                .statusCode(409)
                .body("code", is("POLICY_CHANGED"));
        admin("admin1")
                .body(Map.of("digest", draft.extract().<String>path("digest")))
                .post(API + "policies/maker-checker/versions/1/publication")
                .then()
                .statusCode(403)
                .body("code", is("MAKER_IS_CHECKER"));
        finance("finance1")
                .body(Map.of("fundId", "maker-2017", "name", "样例", "year", 2017, "source", "样例"))
                .post(API + "funds")
                .then()
                .statusCode(201);
        finance("finance1")
                .body(Map.of("documentNumber", "1", "amountFen", 100, "on", "2017-01-05"))
                .post(API + "funds/maker-2017/appropriations")
                .then()
                .statusCode(201)
                .body("state", is("proposed"))
                .body("number", is(1));
        finance("finance1")
                .post(API + "funds/maker-2017/appropriations/1/confirmation")
                .then()
                .statusCode(403)
                .body("code", is("MAKER_IS_CHECKER"));
        finance("finance1")
                .post(API + "funds/maker-2017/appropriations/1/rejection")
                .then()
                .statusCode(200)
                .body("state", is("rejected"));
        finance("finance2")
                .post(API + "funds/maker-2017/appropriations/1/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("APPROPRIATION_SETTLED"));
        auditor().get(API + "funds/maker-2017/appropriations").then().body("items.state", contains("rejected"));
        fundOf("maker-2017").body("availableFen", is(0));
    }

    @Test
    void whoWaitsForAFundIsPromotedWhenMoneyComes() {
        city.publish(RewardStory.tuitionRefund()
                .replace("qingdao-tuition-refund", "waiting-city")
                .replace("\"prefix\": \"tuition\"", "\"prefix\": \"waiting\"")
                .replace("2018-12-31", "2016-12-31"));
        city.fund("waiting-2016", 2016, 100);
        city.studies("waits", 200_000, true);
        city.seen(city.say("enrollment/waits", RewardStory.graduated("waits", LocalDate.of(2016, 7, 1))));
        var waiting = finance("finance1")
                .get(API + "entitlements?policy=waiting-city")
                .then();
        waiting.body("items[0].state", is("waitlisted"))
                .body("items[0].position", is(1))
                .body("items[0].waiting", is("fund"));
        city.appropriate("waiting-2016", "样例〔2017〕2号", 900_000_000);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> finance("finance1")
                        .get(API + "entitlements?policy=waiting-city&state=waitlisted")
                        .then()
                        .body("items", empty()));
        finance("finance1")
                .get(API + "entitlements/" + waiting.extract().<String>path("items[0].entitlementId"))
                .then()
                .body("timeline.state", contains("waitlisted", "approved"));
    }

    @Test
    void theSnapshotTellsOneMomentToAuditorsAlone() {
        city.graduates("snap", 500_000, true);
        auditor()
                .get(API + "ledger/snapshot")
                .then()
                .statusCode(200)
                .body("index", greaterThan(0))
                .body("funds.find { it.fundId == 'tuition-2017' }.appropriatedFen", is(100_000_000))
                .body("entitlements.findAll { it.learnerId == 'learner-snap' }.amountFen", hasItem(500_000));
        finance("finance1").get(API + "ledger/snapshot").then().statusCode(403);
        RewardCity.as("auditor-nobody", Roles.AUDITOR)
                .get(API + "ledger/snapshot")
                .then()
                .statusCode(403);
        RewardCity.as("service-account-replay", Roles.AUDITOR)
                .get(API + "ledger/snapshot")
                .then()
                .statusCode(200);
    }

    @Test
    void readModelsMadeAgainFromTheLogAreTheSame() throws SQLException {
        city.graduates("again", 100_000, true);
        var before = readModels();
        log.rebuild();
        assertThat(readModels()).isEqualTo(before);
    }

    private Map<String, String> readModels() throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var c = dataSource.getConnection();
                var statement = c.createStatement()) {
            for (var table : List.of(
                    "policy_version",
                    "fund",
                    "fund_line",
                    "appropriation",
                    "quota_cell",
                    "quota_proposal",
                    "unit",
                    "entitlement",
                    "entitlement_step",
                    "payment_attempt",
                    "payment_batch",
                    "payee")) {
                try (var rows = statement.executeQuery(
                        "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table + " t")) {
                    rows.next();
                    tables.put(table, String.valueOf(rows.getString(1)));
                }
            }
        }
        return tables;
    }
}
