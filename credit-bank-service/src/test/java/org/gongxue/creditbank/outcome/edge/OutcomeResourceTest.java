package org.gongxue.creditbank.outcome.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.API;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.as;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.depositBody;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.gongxue.creditbank.CreditBankCity.registerIssuer;
import static org.gongxue.creditbank.CreditBankCity.serial;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.creditbank.CreditBankCity;
import org.gongxue.creditbank.CreditBankHouse;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of every kind, and who sees them, over HTTP. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class OutcomeResourceTest {

    /** A body for contests and qualifications, of this class alone. */
    private static final String BODY = "QD-JNJS";

    private static boolean ready;

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void cityHasAContestBodyAndAWorkerInEachDistrict() throws SQLException {
        var city = CreditBankCity.standing(dataSource, log);
        if (ready) {
            return;
        }
        registerIssuer(BODY, "CONTEST_RESULT");
        registerIssuer(BODY + "-2", "PROFESSIONAL_QUALIFICATION");
        city.register("meng", "firm-a");
        city.seen(city.register("yu", "firm-b"));
        ready = true;
    }

    @Test
    void aContestResultIsHandedInAndRead() {
        var outcomeId = deposit(learner("meng"), contestBody("me"))
                .statusCode(201)
                .body("state", is("recognized"))
                .extract()
                .<String>path("outcomeId");
        learner("meng")
                .get(API + "accounts/mine")
                .then()
                .rootPath("outcomes.find { it.outcomeId == '" + outcomeId + "' }")
                .body("kind", is("CONTEST_RESULT"))
                .body("issuerCode", is(BODY))
                .body("level", nullValue())
                .body("contest.highestRound", is("FINAL"))
                .body("contest.rank", is(7))
                .body("contest.certifiedTrade", is(false))
                .body("depositedOn", is("2017-06-01"));
    }

    @Test
    void aQualificationIsHandedInAndRead() {
        var body = contestBody("me");
        body.remove("contest");
        body.put("kind", "PROFESSIONAL_QUALIFICATION");
        body.put("qualification", "SENIOR_SOCIAL_WORKER");
        body.put("issuerCode", BODY + "-2");
        deposit(learner("meng"), body).statusCode(201).body("state", is("recognized"));
        officer("officer-shinan")
                .get(API + "outcomes?kind=PROFESSIONAL_QUALIFICATION")
                .then()
                .body("items.qualification", hasItem("SENIOR_SOCIAL_WORKER"));
    }

    @Test
    void theSameNumberOfAnotherBodyIsAnotherDocument() {
        var first = contestBody("me");
        var second = contestBody("me");
        second.put("certificateNumber", first.get("certificateNumber"));
        second.put("issuerCode", BODY + "-3");
        registerIssuer(BODY + "-3", "CONTEST_RESULT");
        deposit(learner("meng"), first).body("state", is("recognized"));
        deposit(learner("meng"), second).body("state", is("recognized"));
        deposit(learner("yu"), first).body("reasons.code", contains("CERTIFICATE_ALREADY_USED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "kind                | -             | 422 | FIELD_NOT_FOR_KIND           | contest",
                "kind                | CERTIFICATE   | 400 | JSON_VALUE                   | kind",
                "contest             | -             | 422 | FIELD_MISSING_FOR_KIND       | contest",
                "issuerCode          | -             | 422 | FIELD_MISSING_FOR_KIND       | issuerCode",
                "issuerCode          | qd            | 400 | INVALID_VALUE                | issuerCode",
                "level               | SENIOR        | 422 | FIELD_NOT_FOR_KIND           | level",
                "qualification       | SOCIAL_WORKER | 422 | FIELD_NOT_FOR_KIND           | qualification",
                "certificateNumber   | 12            | 422 | DOCUMENT_NUMBER_LENGTH       | certificateNumber",
                "occupationName      | ''            | 400 | INVALID_VALUE                | occupationName"
            })
    void aPartThatDoesNotFitTheKindIsNamed(String field, String value, int status, String code, String named) {
        var body = contestBody("me");
        body.put(field, value);
        deposit(learner("meng"), body).statusCode(status).body("code", is(code)).body("field", is(named));
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        var body = depositBody("me", certificate("17", 3), "SENIOR");
        body.remove("level");
        deposit(learner("meng"), body).statusCode(422).body("detail", is("职业技能等级证书要填写等级。请补上。"));
        body.put("level", "SENIOR");
        body.put("contest", Map.of("level", "CITY", "highestRound", "FINAL", "rank", 0, "certifiedTrade", true));
        deposit(learner("meng"), body).statusCode(400).body("field", is("contest.rank"));
    }

    @Test
    void charactersThatCannotBeSeenAreRefused() {
        for (var character : List.of("\u0000", "\u0007", "\u001b", "\ud800")) {
            var named = contestBody("me");
            named.put("occupationName", "电" + character + "工");
            deposit(learner("meng"), named).statusCode(400).body("field", is("occupationName"));
            deposit(learner("meng"), depositBody("me", "1737021001" + character + "12345", "SENIOR"))
                    .statusCode(400)
                    .body("field", is("certificateNumber"));
        }
    }

    @Test
    void anOfficerSeesHisSubtreeAndWhoAdministersOrAuditsTheWholeBankSeesAll() {
        deposit(learner("meng"), "me", certificate("17", 3), "SENIOR").statusCode(201);
        deposit(learner("yu"), "me", certificate("17", 3), "SENIOR").statusCode(201);
        var whole = "?limit=500";
        list(officer("officer-shinan"), whole).body("items.unitId", everyItem(is("firm-a")));
        list(officer("officer-laoshan"), whole).body("items.unitId", everyItem(is("firm-b")));
        for (var caller : List.of(officer("officer-qd"), admin("admin2"), as("auditor1", Roles.AUDITOR))) {
            list(caller, whole).body("items.unitId", hasItem("firm-a")).body("items.unitId", hasItem("firm-b"));
        }
        list(officer("officer-qd"), whole + "&unit=laoshan").body("items.learnerId", everyItem(is("yu")));
        list(officer("officer-shinan"), whole + "&unit=laoshan").body("items", empty());
        officer("nobody").get(API + "outcomes").then().statusCode(403).body("code", is("NOT_APPOINTED"));
        learner("meng").get(API + "outcomes").then().statusCode(403);
    }

    @Test
    void aListIsFilteredAndPagedInOrderOfDeposit() {
        deposit(learner("yu"), "me", certificate("17", 3), "SENIOR").statusCode(201);
        deposit(learner("yu"), "me", certificate("17", 3), "TECHNICIAN").statusCode(201);
        list(officer("officer-laoshan"), "?state=refused")
                .body("items.state", everyItem(is("refused")))
                .body("items.reasons.code.flatten()", hasItem("CERTIFICATE_LEVEL_MISMATCH"));
        list(officer("officer-laoshan"), "?kind=CONTEST_RESULT").body("items.kind", not(hasItem("SKILL_CERTIFICATE")));
        list(officer("officer-laoshan"), "?issuer=" + CreditBankCity.ISSUER)
                .body("items", not(empty()))
                .body("items.issuerCode", everyItem(is(CreditBankCity.ISSUER)));
        list(officer("officer-laoshan"), "?issuer=S000000").body("items", empty());

        var all = list(officer("officer-laoshan"), "?limit=500").extract().<List<String>>path("items.outcomeId");
        var paged = new ArrayList<String>();
        var cursor = "0";
        while (cursor != null) {
            var page = list(officer("officer-laoshan"), "?limit=1&cursor=" + cursor)
                    .extract();
            paged.addAll(page.<List<String>>path("items.outcomeId"));
            cursor = page.path("next");
        }
        assertThat(paged).hasSizeGreaterThan(1).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"state=lost", "kind=LUCK", "unit=a%20b", "issuer=x", "cursor=x", "cursor=-1", "limit=0", "limit=501"})
    void aFilterThatMeansNothingIsTheCallersMistake(String query) {
        assertThat(officer("officer-qd").get(API + "outcomes?" + query).statusCode())
                .isIn(400, 404);
    }

    @Test
    void everyOperationIsDescribed() {
        var paths = as("anyone", Roles.LEARNER)
                .get("/q/openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Map<String, Map<String, Object>>>>path("paths");
        paths.forEach((path, operations) -> {
            if (path.startsWith(API) && !path.contains("/log/")) {
                operations.forEach((method, operation) ->
                        assertThat(operation).as("%s %s", method, path).containsKey("summary"));
            }
        });
        assertThat(paths.keySet()).anyMatch(path -> path.contains("outcomes/batch"));
    }

    private static Map<String, Object> contestBody(String learnerId) {
        var body = depositBody(learnerId, "17青竞第" + serial() + "号", "SENIOR");
        body.remove("level");
        body.put("kind", "CONTEST_RESULT");
        body.put("issuerCode", BODY);
        body.put("contest", Map.of("level", "CITY", "highestRound", "FINAL", "rank", 7, "certifiedTrade", false));
        body.put("route", "CONTEST");
        return body;
    }

    private static ValidatableResponse list(RequestSpecification caller, String query) {
        return caller.get(API + "outcomes" + query).then().statusCode(200);
    }
}
