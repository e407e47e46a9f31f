package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.gongxue.reward.QuotaDesk.YEAR;
import static org.gongxue.reward.QuotaDesk.allot;
import static org.gongxue.reward.QuotaDesk.cell;
import static org.gongxue.reward.QuotaDesk.confirm;
import static org.gongxue.reward.QuotaDesk.grid;
import static org.gongxue.reward.QuotaDesk.policy;
import static org.gongxue.reward.QuotaDesk.propose;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.finance;
import static org.gongxue.reward.RewardCity.fundOf;
import static org.gongxue.reward.RewardCity.learner;
import static org.gongxue.reward.RewardCity.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places over HTTP: allotted by two persons or from a sheet, taken, waited for and given on, each office seeing its own. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class QuotaServiceTest {

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private RewardCity city;

    @BeforeEach
    void theCityStands() throws SQLException {
        city = RewardCity.standing(dataSource, log);
    }

    @Test
    void placesAreProposedByOnePersonAndConfirmedByAnother() {
        var policy = policy(city, "grid", 2001);
        var cells = List.of(cell("d1", "lower", 3), cell("d2", "lower", 2), cell("d1", "upper", 1));
        var digest = propose(admin("admin1"), policy, "ALLOTMENT", cells)
                .statusCode(201)
                .body("state", is("proposed"))
                .body("number", is(1))
                .extract()
                .<String>path("digest");
        grid(admin("admin1"), policy)
                .body("proposal.number", is(1))
                .body("proposal.proposedByMe", is(true))
                .body("proposal.cells.places", contains(3, 2, 1))
                .body("cells.places", everyItem(is(0)));
        grid(admin("admin2"), policy).body("proposal.proposedByMe", is(false));
        grid(officer("officer-d1"), policy).body("proposal", nullValue());
        confirm(admin("admin1"), policy, 1, digest).statusCode(403).body("code", is("MAKER_IS_CHECKER"));
        confirm(admin("admin2"), policy, 1, "0".repeat(64)).statusCode(409).body("code", is("QUOTA_CHANGED"));
        confirm(officer("officer-d1"), policy, 1, digest).statusCode(403).body("code", is("NOT_APPOINTED"));
        confirm(admin("admin2"), policy, 1, digest).statusCode(200).body("state", is("confirmed"));
        grid(auditor(), policy)
                .body("name", is("虚构市技能提升奖励（样例）"))
                .body("groups", contains("upper", "lower"))
                .body("ceilings.places", contains(4, 6))
                .body("proposal", nullValue())
                .body("cells.unitId", contains("d1", "d1", "d2", "d2"))
                .body("cells.unitLevel", everyItem(is("DISTRICT")))
                .body("cells.places", contains(1, 3, 0, 2))
                .body("cells.left", contains(1, 3, 0, 2));
        propose(admin("admin1"), policy, "REALLOCATION", List.of(cell("d2", "lower", 4)))
                .statusCode(409)
                .body("code", is("QUOTA_ABOVE_CEILING"));
        propose(admin("admin1"), policy, "REALLOCATION", List.of(cell("d2", "lower", 1)))
                .statusCode(201);
        admin("admin2")
                .post(API + "quotas/" + policy + "/" + YEAR + "/proposals/2/rejection")
                .then()
                .statusCode(200)
                .body("state", is("rejected"));
        list(auditor(), policy).body("allotted", contains(1, 5)).body("ceiling", contains(4, 6));
        list(officer("officer-d1"), policy).body("allotted", contains(1, 3));
    }

    @Test
    void everyOfficeSeesItsOwnPlacesAndNobodyElseAny() {
        var policy = policy(city, "seen", 2002);
        allot(policy, List.of(cell("d1", "lower", 1), cell("d2", "lower", 1)));
        grid(officer("officer-d1"), policy).body("cells.unitId", contains("d1", "d1"));
        grid(officer("officer-d2"), policy).body("cells.unitId", contains("d2", "d2"));
        var other = cellId(auditor(), policy, "d2");
        officer("officer-d2")
                .get(API + "quotas/cells/" + other + "/waitlist")
                .then()
                .statusCode(200)
                .body("items", empty());
        officer("officer-d1")
                .get(API + "quotas/cells/" + other + "/waitlist")
                .then()
                .statusCode(404);
        var path = API + "quotas/" + policy + "/" + YEAR;
        for (var read : List.of(API + "quotas", path, API + "quotas/cells/" + other + "/waitlist")) {
            learner("nobody").get(read).then().statusCode(403).body("code", is("ROLE_REQUIRED"));
            RewardCity.as("r", Roles.REGISTRAR).get(read).then().statusCode(403);
            given().get(read).then().statusCode(401);
            for (var seer : List.of(finance("finance1"), auditor(), admin("admin1"))) {
                seer.get(read).then().statusCode(200);
            }
        }
        for (var read : List.of(API + "quotas", path)) {
            officer("nobody").get(read).then().statusCode(403).body("code", is("NOT_APPOINTED"));
        }
        var body = Map.of("policyVersion", 1, "reasonCode", "CORRECTION", "cells", List.of(cell("d1", "lower", 2)));
        for (var stranger : List.of(learner("nobody"), finance("finance1"), auditor())) {
            stranger.body(body).post(path + "/proposals").then().statusCode(403).body("code", is("ROLE_REQUIRED"));
            stranger.body(Map.of("digest", "0".repeat(64)))
                    .post(path + "/proposals/1/confirmation")
                    .then()
                    .statusCode(403);
            stranger.post(path + "/proposals/1/rejection").then().statusCode(403);
            stranger.get(path + "/template.xlsx?policyVersion=1").then().statusCode(403);
        }
        officer("officer-d1")
                .body(body)
                .post(path + "/proposals")
                .then()
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));
        officer("nobody").get(path + "/template.xlsx?policyVersion=1").then().statusCode(403);
        auditor().get(API + "quotas/" + policy + "/1999").then().statusCode(404);
        auditor().get(API + "quotas/no-such-policy/" + YEAR).then().statusCode(404);
    }

    @Test
    void theLastPlaceIsTakenTheNextWaitInOrderAndAreGivenWhatIsAllottedOrFreed() {
        var policy = policy(city, "line", 2004);
        allot(policy, List.of(cell("d1", "lower", 1)));
        city.fund("line-skill-" + YEAR, YEAR, 1_000);
        city.fund("line-match-" + YEAR, YEAR, 1_000);
        for (var n : List.of("line1", "line2", "line3")) {
            city.works(n, "d1");
            city.bankSays(
                    Certificates.recognized("O-" + n, "learner-" + n, LocalDate.of(2004, 5, 1), RewardCity.TODAY));
        }
        mine("line1", policy)
                .body("state", is("approved"))
                .body("basis", is("outcome/O-line1"))
                .body("year", is(YEAR))
                .body("quota.unitId", is("d1"))
                .body("quota.group", is("lower"))
                .body("quota.places", is(1))
                .body("quota.used", is(1))
                .body("shares.fundId", contains("line-skill-" + YEAR, "line-match-" + YEAR))
                .body("shares.amountFen", contains(67, 33))
                .body("shares.fundName", contains("样例", "样例"))
                .body("computation.text", is("按“lower”这一档，1.00 元"))
                .body("line", nullValue());
        mine("line3", policy)
                .body("state", is("waitlisted"))
                .body("waiting", is("place"))
                .body("line", is("quota"))
                .body("position", is(2))
                .body("ahead", is(1))
                .body("timeline.line", contains("quota"));
        var cellId = cellId(auditor(), policy, "d1");
        officer("officer-d1")
                .get(API + "quotas/cells/" + cellId + "/waitlist")
                .then()
                .body("items.position", contains(1, 2))
                .body("items.learnerId", contains("learner-line2", "learner-line3"))
                .body("items.since", everyItem(not(nullValue())));
        grid(auditor(), policy).body("cells.find { it.cellId == '" + cellId + "' }.waiting", is(2));
        filters(policy);

        allot(policy, List.of(cell("d1", "lower", 2)));
        becomes("line2", policy, "approved");
        mine("line2", policy).body("timeline.state", contains("waitlisted", "approved"));
        mine("line3", policy).body("position", is(2)).body("ahead", is(0));
        fundOf("line-skill-" + YEAR).body("payableFen", is(134));
        fundOf("line-match-" + YEAR).body("payableFen", is(66));

        city.bankSays(List.of(Certificates.revoked("O-line1", "learner-line1", RewardCity.TODAY)));
        becomes("line3", policy, "approved");
        mine("line1", policy).body("state", is("cancelled")).body("revoked.reasonCode", is("FALSE_CERTIFICATE"));
        grid(auditor(), policy)
                .body("cells.find { it.cellId == '" + cellId + "' }.used", is(2))
                .body("cells.find { it.cellId == '" + cellId + "' }.waiting", is(0));
        paidByShares();
        auditor()
                .get(API + "ledger/snapshot")
                .then()
                .body("quotas.find { it.id == '" + cellId + "' }.used", is(2))
                .body("quotas.find { it.id == '" + cellId + "' }.places", is(2));
    }

    /** One line pays the whole amount; each fund moves its part. */
    private void paidByShares() {
        var batch = finance("finance1")
                .body(Map.of("fundId", "line-skill-" + YEAR, "purpose", "SKILL_REWARD"))
                .post(API + "batches")
                .then()
                .statusCode(201)
                .body("lines", is(2))
                .body("totalFen", is(200))
                .extract()
                .<String>path("batchId");
        finance("finance1").post(API + "batches/" + batch + "/freeze").then().statusCode(200);
        finance("finance2").post(API + "batches/" + batch + "/approval").then().statusCode(200);
        fundOf("line-skill-" + YEAR).body("inTransitFen", is(134)).body("payableFen", is(0));
        fundOf("line-match-" + YEAR).body("inTransitFen", is(66)).body("payableFen", is(0));
        finance("finance1")
                .get(API + "entitlements?fund=line-match-" + YEAR + "&state=in-payment")
                .then()
                .body("items", hasSize(2));
    }

    private static void filters(String policy) {
        var all = finance("finance1").get(API + "entitlements?policy=" + policy).then();
        all.body("items", hasSize(3)).body("items[0].ahead", nullValue());
        for (var some : Map.of(
                        "state=waitlisted",
                        2,
                        "group=lower",
                        3,
                        "group=upper",
                        0,
                        "unit=d1",
                        3,
                        "unit=city",
                        3,
                        "unit=d2",
                        0,
                        "year=" + YEAR,
                        3,
                        "year=2017",
                        0,
                        "fund=line-match-" + YEAR,
                        3)
                .entrySet()) {
            finance("finance1")
                    .get(API + "entitlements?policy=" + policy + "&" + some.getKey())
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(some.getValue()));
        }
        officer("officer-d2")
                .get(API + "entitlements?policy=" + policy + "&unit=d1")
                .then()
                .body("items", empty());
        officer("officer-d1")
                .get(API + "entitlements?policy=" + policy)
                .then()
                .body("items.quota.cellId", everyItem(not(nullValue())));
    }

    private static ValidatableResponse list(RequestSpecification who, String policy) {
        return who.get(API + "quotas")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.policyId == '" + policy + "' && it.year == " + YEAR + " }.groups");
    }

    private static String cellId(RequestSpecification who, String policy, String unitId) {
        return grid(who, policy)
                .extract()
                .path("cells.find { it.unitId == '" + unitId + "' && it.group == 'lower' }.cellId");
    }

    private static ValidatableResponse mine(String n, String policy) {
        return learner(n)
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.policyId == '" + policy + "' }");
    }

    private static void becomes(String n, String policy, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> mine(n, policy).body("state", is(state)));
    }
}
