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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places over HTTP: allotted by two persons or from a sheet, taken, waited for and given on, each office seeing its own. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class QuotaServiceTest {

    private static final int YEAR = RewardCity.TODAY.getYear();

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
        var policy = policy("grid", 2001);
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
        var policy = policy("seen", 2002);
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
    void aSheetIsFilledInAndWhatIsWrongIsNamedByRowAndColumn() throws IOException {
        var policy = policy("sheet", 2003);
        allot(policy, List.of(cell("d1", "lower", 3)));
        var path = API + "quotas/" + policy + "/" + YEAR;
        var template = admin("admin1")
                .get(path + "/template.xlsx?policyVersion=1")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = workbook.getSheetAt(0);
            var headings = new ArrayList<String>();
            sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
            assertThat(headings).containsExactly("单位编号", "单位名称", "upper", "lower");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("d1");
            assertThat(sheet.getRow(1).getCell(2)).isNull();
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("d2");
        }
        preview(policy, "t.xlsx", template)
                .statusCode(200)
                .body("errors", empty())
                .body("cells", hasSize(1))
                .body("cells[0].before", is(3));
        var csv = """
                名额分配表,,,
                单位编号,单位名称,upper,lower
                d1,d1,２,4
                d2,二区,1,
                d2,d2,一个,1.5
                d2,,1,1
                ,,1,
                city9,,1,
                """.replace("\n", "\r\n");
        preview(policy, "t.csv", csv.getBytes(Charset.forName("GB18030")))
                .statusCode(200)
                .body("cells.group", contains("upper", "lower"))
                .body("cells.places", contains(2, 4))
                .body("cells.before", contains(0, 3))
                .body("totals.group", contains("upper", "lower"))
                .body("totals.places", contains(2, 4))
                .body("totals.ceiling", contains(4, 6))
                .body("errors.row", contains(4, 5, 5, 6, 7, 8))
                .body("errors.column", contains("单位名称", "upper", "lower", "单位编号", "单位编号", "单位编号"))
                .body("errors.value", contains("二区", "一个", "1.5", "d2", "", "city9"))
                .body(
                        "errors.code",
                        contains(
                                "QUOTA_UNIT_NAME",
                                "QUOTA_PLACES_UNREADABLE",
                                "QUOTA_PLACES_UNREADABLE",
                                "QUOTA_UNIT_TWICE",
                                "QUOTA_UNIT_MISSING",
                                "QUOTA_UNIT_UNKNOWN"))
                .body("errors[0].reason", is("“单位名称”写的是“二区”，这个编号登记的是“d2”。"))
                .body("errors[3].reason", is("单位 d2 在第 5 行已经有了。"))
                .body("errors[5].mend", is("请从模板中复制单位编号，名额只分配到政策规定的那一级单位。"));
        grid(auditor(), policy).body("cells.places", contains(0, 3, 0, 0));
        preview(policy, "t.csv", "单位编号,upper\nd1,1".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", is("COLUMN_MISSING"))
                .body("needed", is("lower"));
        preview(policy, "t.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0})
                .statusCode(422)
                .body("code", is("FILE_UNREADABLE"));
    }

    @Test
    void theLastPlaceIsTakenTheNextWaitInOrderAndAreGivenWhatIsAllottedOrFreed() {
        var policy = policy("line", 2004);
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

    /** A policy with places under its own name, funds and window of certificates. */
    private String policy(String name, int issued) {
        var policy = "quota-" + name;
        city.publish(SkillStory.places()
                .replace(SkillStory.POLICY, policy)
                .replace("\"prefix\": \"skill\"", "\"prefix\": \"" + name + "-skill\"")
                .replace("\"prefix\": \"match\"", "\"prefix\": \"" + name + "-match\"")
                .replace("2017-01-01", issued + "-01-01")
                .replace("2020-12-31", issued + "-12-31"));
        return policy;
    }

    private static Map<String, Object> cell(String unitId, String group, int places) {
        return Map.of("unitId", unitId, "group", group, "places", places);
    }

    private static void allot(String policy, List<Map<String, Object>> cells) {
        var proposed = propose(admin("admin1"), policy, "CORRECTION", cells).statusCode(201);
        confirm(
                        admin("admin2"),
                        policy,
                        proposed.extract().<Integer>path("number"),
                        proposed.extract().path("digest"))
                .statusCode(200);
    }

    private static ValidatableResponse propose(
            RequestSpecification who, String policy, String reason, List<Map<String, Object>> cells) {
        return who.body(Map.of("policyVersion", 1, "reasonCode", reason, "cells", cells))
                .post(API + "quotas/" + policy + "/" + YEAR + "/proposals")
                .then();
    }

    private static ValidatableResponse confirm(RequestSpecification who, String policy, int number, String digest) {
        return who.body(Map.of("digest", digest))
                .post(API + "quotas/" + policy + "/" + YEAR + "/proposals/" + number + "/confirmation")
                .then();
    }

    private static ValidatableResponse grid(RequestSpecification who, String policy) {
        return who.get(API + "quotas/" + policy + "/" + YEAR).then().statusCode(200);
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

    private static ValidatableResponse preview(String policy, String name, byte[] file) {
        return given().multiPart("file", name, file)
                .auth()
                .oauth2(Tokens.of("admin1", Roles.ADMINISTRATOR))
                .post(API + "quotas/" + policy + "/" + YEAR + "/file?policyVersion=1")
                .then();
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
