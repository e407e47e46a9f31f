package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.finance;
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
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why something was paid or refused, told from the log (invariant 6). */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class ExplanationServiceTest {

    private static final String FUND = "explained-2011";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private RewardCity city;

    @BeforeEach
    void theCityStands() throws SQLException {
        city = RewardCity.standing(dataSource, log);
        if (finance("finance1").get(API + "funds/" + FUND + "/appropriations").statusCode() == 404) {
            city.publish(policy("explained", "2011"));
            city.fund(FUND, 2011, 10_000_000);
        }
    }

    @Test
    void aPaymentIsFollowedToTheDiplomaRowThePolicyTheApproversAndTheBank() throws IOException {
        var id = graduates("explained1", 700);
        var paymentId = paid(id, 700);
        var why = auditor()
                .get(API + "audit/payments/" + paymentId + "/explanation")
                .then()
                .statusCode(200)
                .body("entitlementId", is(id))
                .body("paymentId", is(paymentId))
                .body("state", is("paid"))
                .body("ground.kind", is("university-row"))
                .body("ground.reference", is(RewardStory.graduated("explained1").evidence()))
                .body("ground.source.service", is("enrollment"))
                .body("policy.policyId", is("explained-policy"))
                .body("policy.document.policyId", is("explained-policy"))
                .body("policy.proposedBy", is(Tokens.subject("admin1")))
                .body("policy.publishedBy", is(Tokens.subject("admin2")))
                .body("decisions", hasSize(1))
                .body("decisions[0].outcome", is("approved"))
                .body("decisions[0].by", is("explained-policy"))
                .body("decisions[0].assessed.conditions.name", hasItem("学分修满"))
                .body("decisions[0].assessed.conditions.passed", everyItem(is(true)))
                .body("decisions[0].assessed.computation.amountFen", is(700))
                .body("decisions[0].funds[0].fundId", is(FUND))
                .body("attempts", hasSize(1))
                .body("attempts[0].batch.maker", is(Tokens.subject("finance1")))
                .body("attempts[0].batch.checker", is(Tokens.subject("finance2")))
                .body("attempts[0].batch.exports", hasSize(1))
                .body("attempts[0].bank.state", is("paid"))
                .body("attempts[0].bank.bankReference", is("BANK-explained"))
                .body("attempts[0].bank.file.fileDigest", matchesPattern("[0-9a-f]{64}"))
                .body("corrections", empty())
                .body("entries.reason", contains("HOLD", "OBLIGATION", "TRANSFER", "PAYMENT"))
                .body("entries.cause", hasItem("entitlement/" + id));
        inputsAreTheSourcesEvents(why);
        var funds = why.extract().jsonPath();
        assertThat(funds.getLong("decisions[0].funds[0].after.balances.PAYABLE"))
                .isEqualTo(funds.getLong("decisions[0].funds[0].before.balances.PAYABLE") + 700);
    }

    private static void inputsAreTheSourcesEvents(ValidatableResponse why) {
        why.body("inputs.source.service", everyItem(is("enrollment")))
                .body("inputs.source.type", hasItem("org.gongxue.enrollment.graduation-confirmed"))
                .body("inputs.source.type", hasItem("org.gongxue.enrollment.tuition-receipt-recorded"))
                .body("inputs.source.type", hasItem("org.gongxue.enrollment.learner-enrolled"))
                .body("inputs.source.type", hasItem("org.gongxue.enrollment.unit-registered"))
                .body("inputs.source.type", hasItem("org.gongxue.enrollment.payee-account-recorded"))
                .body("inputs.source.index", everyItem(greaterThan(0)))
                .body("inputs.source.leaf", everyItem(matchesPattern("[A-Za-z0-9+/]{43}=")))
                .body("inputs.accepted.service", everyItem(is("reward")));
    }

    @Test
    void aRefusalNamesTheConditionItsValueAndTheFundIsNotTouched() {
        city.studies("explained2", 900, true);
        city.seen(city.say(
                "enrollment/explained2",
                RewardStory.graduated(
                        "explained2", "diploma-explained2", DegreeLevel.BACHELOR, 76, true, LocalDate.of(2011, 7, 1))));
        auditor()
                .get(API + "audit/entitlements/" + idOf("explained2") + "/explanation")
                .then()
                .statusCode(200)
                .body("paymentId", nullValue())
                .body("state", is("refused"))
                .body("decisions[0].outcome", is("refused"))
                .body("decisions[0].reasons[0].code", is("CONDITION_FAILED"))
                .body("decisions[0].reasons[0].rule", is("学分修满"))
                .body("decisions[0].reasons[0].value", is("76"))
                .body("decisions[0].reasons[0].needed", is("80"))
                .body("decisions[0].assessed.conditions.find { it.name == '学分修满' }.passed", is(false))
                .body("decisions[0].events.type", hasItem("org.gongxue.reward.entitlement-refused"))
                .body("attempts", empty())
                .body("entries", empty());
    }

    @Test
    void whatIsTakenBackLaterIsTold() throws IOException {
        var id = graduates("explained3", 500);
        paid(id, 500);
        admin("admin1")
                .body(Map.of("reasonCode", "FALSE_DIPLOMA"))
                .post(API + "entitlements/" + id + "/recovery")
                .then()
                .statusCode(200);
        auditor()
                .get(API + "audit/entitlements/" + id + "/explanation")
                .then()
                .body("state", is("recovering"))
                .body("corrections.what", contains("recovery-ordered"))
                .body("corrections[0].reasonCode", is("FALSE_DIPLOMA"))
                .body("corrections[0].by", is(Tokens.subject("admin1")))
                .body("corrections[0].at.index", greaterThan(0))
                .body("entries.reason", contains("HOLD", "OBLIGATION", "TRANSFER", "PAYMENT", "CLAIM"));
    }

    /** The fund at a moment long ago is the sum of all entries up to it, though only the last of them are read. */
    @Test
    void theFundAsItWasThenIsTheSumOfAllEntriesBefore() throws SQLException, IOException {
        city.publish(policy("moments", "2010"));
        city.fund("moments-2010", 2010, 10_000_000);
        var last = 0L;
        for (var i = 0; i < 290; i++) {
            var n = "moment" + i;
            city.studies(n, 1_000 + i, false);
            last = city.say("enrollment/" + n, RewardStory.graduated(n, LocalDate.of(2010, 7, 1)));
        }
        city.seen(last);
        assertThat(kept("moments-2010")).isPositive();
        for (var n : List.of("moment0", "moment270", "moment289")) {
            var why = auditor()
                    .get(API + "audit/entitlements/" + idOf(n) + "/explanation")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var moment = why.getLong("decisions[0].funds[0].before.index");
            assertThat(balances(why, "before")).as(n).isEqualTo(summed("moments-2010", moment));
            assertThat(balances(why, "after"))
                    .as(n)
                    .isEqualTo(summed("moments-2010", why.getLong("decisions[0].funds[0].after.index")));
        }
    }

    private static Map<String, Long> balances(JsonPath why, String when) {
        var balances = new TreeMap<String, Long>();
        why.<String, Number>getMap("decisions[0].funds[0]." + when + ".balances")
                .forEach((account, fen) -> balances.put(account, fen.longValue()));
        balances.values().removeIf(fen -> fen == 0);
        return balances;
    }

    private long kept(String fundId) throws SQLException {
        try (var c = dataSource.getConnection();
                var select = c.prepareStatement("SELECT count(*) FROM fund_moment WHERE fund_id = ?")) {
            select.setString(1, fundId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Map<String, Long> summed(String fundId, long through) throws SQLException, IOException {
        var sums = new TreeMap<String, Long>();
        try (var c = dataSource.getConnection();
                var select = c.prepareStatement("SELECT data FROM log.event WHERE stream = ? AND index <= ?")) {
            select.setString(1, "fund/" + fundId);
            select.setLong(2, through);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    new ObjectMapper()
                            .readTree(row.getBytes(1))
                            .path("postings")
                            .forEach(posting -> sums.merge(
                                    posting.path("account").asText(),
                                    posting.path("amountFen").asLong(),
                                    Long::sum));
                }
            }
        }
        sums.values().removeIf(fen -> fen == 0);
        return sums;
    }

    @Test
    void whoAuditsAdministersOrPaysForTheWholeProgramIsToldAndNobodyElse() {
        var path = API + "audit/entitlements/" + graduates("explained4", 100) + "/explanation";
        for (var caller : List.of(auditor(), admin("admin1"), finance("finance1"))) {
            caller.get(path).then().statusCode(200);
        }
        for (var stranger : List.of(admin("nobody"), finance("nobody"))) {
            stranger.get(path).then().statusCode(403).body("code", is("NOT_APPOINTED"));
        }
        for (var stranger : List.of(officer("officer-d1"), learner("explained4"))) {
            stranger.get(path).then().statusCode(403).body("code", is("ROLE_REQUIRED"));
        }
        given().get(path).then().statusCode(401);
        auditor()
                .get(API + "audit/entitlements/E-0000000000000000/explanation")
                .then()
                .statusCode(404)
                .body("code", is("NOT_FOUND"));
        auditor().get(API + "audit/payments/P-1999-000001-1/explanation").then().statusCode(404);
        auditor().get(API + "audit/payments/x/explanation").then().statusCode(400);
    }

    @Test
    void noNameNumberOrPhoneIsInAnExplanation() {
        var text = auditor()
                .get(API + "audit/entitlements/" + graduates("explained5", 200) + "/explanation")
                .then()
                .body("learnerId", startsWith("learner-"))
                .body("learnerName", nullValue())
                .extract()
                .asString();
        assertThat(text).doesNotContain("6222020111122220001").doesNotContain("样例 learner");
    }

    @Test
    void whoLookedIsWrittenDownAdministratorsIncluded() {
        var path = API + "audit/entitlements/" + graduates("explained6", 300) + "/explanation";
        admin("admin1").get(path).then().statusCode(200);
        auditor()
                .get(API + "log/looks?learner=learner-explained6")
                .then()
                .statusCode(200)
                .body("items.actor", contains("user:" + Tokens.subject("admin1")))
                .body("items.asked[0]", containsString("audit/entitlements/E-"));
    }

    private String graduates(String n, long tuitionFen) {
        city.studies(n, tuitionFen, true);
        city.seen(city.say("enrollment/" + n, RewardStory.graduated(n, LocalDate.of(2011, 7, 1))));
        return idOf(n);
    }

    private static String idOf(String n) {
        return learner(n)
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].entitlementId");
    }

    /** One payment, drafted, approved, exported and confirmed by the bank. */
    private static String paid(String entitlementId, long fen) throws IOException {
        var batch = finance("finance1")
                .body(Map.of("fundId", FUND, "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then()
                .statusCode(201)
                .extract();
        var path = API + "batches/" + batch.path("batchId");
        finance("finance1").post(path + "/freeze").then().statusCode(200);
        finance("finance2")
                .body(Map.of("lines", batch.path("lines"), "totalFen", batch.path("totalFen")))
                .post(path + "/approval")
                .then()
                .statusCode(200);
        var lines = BankSheet.lines(finance("finance1")
                .get(path + "/export.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        var rows = lines.stream()
                .map(line -> List.of(line.paymentNumber(), "成功", "", "BANK-explained", "2018-03-15 10:00:00"))
                .toList();
        given().auth()
                .oauth2(Tokens.of("finance1", "finance"))
                .multiPart("file", "回盘.xlsx", BankSheet.results(rows), XLSX)
                .post(path + "/results")
                .then()
                .statusCode(200);
        return auditor()
                .get(API + "audit/entitlements/" + entitlementId + "/explanation")
                .then()
                .statusCode(200)
                .body("attempts[0].amountFen", is((int) fen))
                .extract()
                .path("attempts[0].paymentId");
    }

    /** The policy of D2 on another fund, for diplomas of one year. */
    private static String policy(String prefix, String year) {
        return RewardStory.tuitionRefund()
                .replace("qingdao-tuition-refund", prefix + "-policy")
                .replace("\"prefix\": \"tuition\"", "\"prefix\": \"" + prefix + "\"")
                .replace("2015-03-01", year + "-01-01")
                .replace("2018-12-31", year + "-12-31");
    }
}
