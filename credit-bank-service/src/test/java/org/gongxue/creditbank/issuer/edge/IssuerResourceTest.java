package org.gongxue.creditbank.issuer.edge;

import static org.gongxue.creditbank.CreditBankCity.API;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.as;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.gongxue.creditbank.CreditBankCity.proposeIssuer;
import static org.gongxue.creditbank.CreditBankCity.registerIssuer;
import static org.gongxue.creditbank.CreditBankCity.serial;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import java.util.HashMap;
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

/** The register of issuers over HTTP. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class IssuerResourceTest {

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void cityIsKnown() throws SQLException {
        CreditBankCity.standing(dataSource, log);
    }

    @Test
    void anIssuerIsEnteredReadAndWithdrawn() {
        var code = code();
        registerIssuer(code, "SKILL_CERTIFICATE").body("issuerCode", is(code)).body("terms[0].from", is("2010-01-01"));
        learner("wang").get(API + "issuers?cursor=" + previous(code)).then().body("items.issuerCode", hasItem(code));
        learner("wang")
                .get(API + "issuers/" + code)
                .then()
                .statusCode(200)
                .body("terms[0].from", is("2010-01-01"))
                .body("terms[0].scopes[0].occupationCodes", contains("*"))
                .body("terms[0].scopes[0].highest", is("CHIEF_TECHNICIAN"))
                .body("withdrawal", nullValue());

        withdraw(admin("admin2"), code, "2016-12-31")
                .statusCode(200)
                .body("terms[0].until", is("2016-12-31"))
                .body("withdrawal.reasonCode", is("IRREGULARITIES"))
                .body("withdrawal.text", is("机构违规颁发证书"));
        deposit(learner("wang"), "me", "17" + code + "3" + serial(), "SENIOR")
                .statusCode(201)
                .body("state", is("refused"))
                .body("reasons.code", contains("ISSUER_NOT_VALID_THEN"))
                .body(
                        "reasons[0].text",
                        is("颁发机构的备案有效期是 2010-01-01 – 2016-12-31，发证日期2017-05-20不在其中。请核对证书；确实无误的，请点“申诉”。"));
        deposit(learner("wang"), "me", "16" + code + "3" + serial(), "SENIOR").body("state", is("recognized"));
    }

    @Test
    void anEntryIsProposedByOneAndConfirmedByAnother() {
        var code = code();
        var proposed = proposeIssuer(code, "SKILL_CERTIFICATE")
                .statusCode(201)
                .body("issuerCode", is(code))
                .body("number", is(1))
                .body("state", is("proposed"));
        var digest = proposed.extract().<String>path("digest");
        learner("wang").get(API + "issuers/" + code).then().statusCode(404);
        admin("admin-shinan").get(API + "issuers/" + code).then().statusCode(404);
        var previous = API + "issuers?cursor=" + previous(code);
        learner("wang").get(previous).then().body("items.issuerCode", not(hasItem(code)));
        as("auditor1", Roles.AUDITOR).get(previous).then().body("items.issuerCode", hasItem(code));
        admin("admin1")
                .get(API + "issuers/" + code)
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("terms", empty())
                .body("proposal.digest", is(digest))
                .body("proposal.scopes[0].occupationCodes", contains("*"))
                .body("proposal.proposedByMe", is(true));
        deposit(learner("wang"), "me", "17" + code + "3" + serial(), "SENIOR")
                .body("reasons.code", contains("CERTIFICATE_ISSUER_UNKNOWN"));

        confirm(admin("admin1"), code, 1, digest).statusCode(403).body("code", is("MAKER_IS_CHECKER"));
        confirm(admin("admin-shinan"), code, 1, digest).statusCode(403).body("code", is("NOT_APPOINTED"));
        confirm(admin("admin2"), code, 1, "0".repeat(64)).statusCode(409).body("code", is("ISSUER_PROPOSAL_CHANGED"));
        confirm(admin("admin2"), code, 2, digest).statusCode(404).body("code", is("ISSUER_PROPOSAL_UNKNOWN"));
        confirm(admin("admin2"), code, 1, "x").statusCode(400).body("field", is("digest"));
        proposeIssuer(code, "CONTEST_RESULT").statusCode(409).body("code", is("ISSUER_PROPOSAL_OPEN"));
        confirm(admin("admin2"), code, 1, digest)
                .statusCode(200)
                .body("terms[0].from", is("2010-01-01"))
                .body("proposal", nullValue());
        confirm(admin("admin2"), code, 1, digest).statusCode(409).body("code", is("ISSUER_PROPOSAL_SETTLED"));
    }

    @Test
    void aProposalTurnedDownLeavesNothing() {
        var code = code();
        proposeIssuer(code, "SKILL_CERTIFICATE").statusCode(201);
        admin("admin-shinan")
                .post(API + "issuers/{code}/proposals/1/rejection", code)
                .then()
                .statusCode(403);
        admin("admin2")
                .post(API + "issuers/{code}/proposals/1/rejection", code)
                .then()
                .statusCode(200)
                .body("state", is("rejected"))
                .body("proposedByMe", is(false));
        admin("admin1").get(API + "issuers/" + code).then().statusCode(404);
        proposeIssuer(code, "SKILL_CERTIFICATE").statusCode(201).body("number", is(2));
    }

    @Test
    void occupationsAreSpelledInOneWay() {
        scope("６-31-01-03").statusCode(201).body("scopes[0].occupationCodes", contains("6-31-01-03"));
        scope("电工")
                .statusCode(422)
                .body("code", is("OCCUPATION_CODE_FORM"))
                .body("field", is("occupationCodes"))
                .body("value", is("电工"));
    }

    private static ValidatableResponse scope(String occupation) {
        return register(
                admin("admin1"),
                code(),
                Map.of("scopes", List.of(Map.of("kind", "SKILL_CERTIFICATE", "occupationCodes", List.of(occupation)))));
    }

    private static ValidatableResponse confirm(RequestSpecification caller, String code, int number, String digest) {
        return caller.body(Map.of("digest", digest))
                .post(API + "issuers/{code}/proposals/{number}/confirmation", code, number)
                .then();
    }

    @Test
    void anIssuerNobodyEnteredIsNamedInTheCallersLanguage() {
        var number = "1737029998" + "3" + serial();
        deposit(learner("wang"), "me", number, "SENIOR")
                .body("reasons[0].code", is("CERTIFICATE_ISSUER_UNKNOWN"))
                .body("reasons[0].position", is("3-10"))
                .body("reasons[0].text", is("备案名录里没有颁发机构37029998。请核对证书后改正；确实无误的，请点“申诉”。"));
    }

    @Test
    void onlyAdministratorsKeepTheRegister() {
        register(officer("officer-qd"), "37021002", Map.of()).statusCode(403);
        withdraw(officer("officer-qd"), "37021001", "2016-12-31").statusCode(403);
        register(admin("nobody"), "37021002", Map.of()).statusCode(403).body("code", is("NOT_APPOINTED"));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        learner("wang").get(API + "issuers/S999999").then().statusCode(404);
        withdraw(admin("admin1"), "S999999", "2016-12-31").statusCode(404).body("code", is("ISSUER_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "issuerCode, s000137, 400, INVALID_VALUE",
        "name, '', 400, INVALID_VALUE",
        "name, ' ', 400, INVALID_VALUE",
        "from, 2010-13-01, 400, JSON_VALUE",
        "until, 2009-12-31, 422, ISSUER_ENDS_BEFORE_IT_STARTS"
    })
    void aMistakeIsNamedByFieldAndRule(String field, String value, int status, String code) {
        register(admin("admin1"), code(), Map.of(field, value))
                .statusCode(status)
                .body("code", is(code))
                .body("field", is(field));
    }

    @Test
    void charactersThatCannotBeSeenAreRefused() {
        for (var character : List.of("\u0000", "\u0007", "\u200b", "\ud800")) {
            register(admin("admin1"), code(), Map.of("name", "样" + character + "例"))
                    .statusCode(400)
                    .body("code", is("INVALID_VALUE"))
                    .body("field", is("name"));
        }
    }

    private static String code() {
        return "370" + serial();
    }

    private static String previous(String code) {
        return Integer.toString(Integer.parseInt(code) - 1);
    }

    private static ValidatableResponse register(RequestSpecification caller, String code, Map<String, Object> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "issuerCode",
                code,
                "name",
                "样例",
                "scopes",
                List.of(Map.of("kind", "SKILL_CERTIFICATE", "occupationCodes", List.of("6-31-01-03"))),
                "from",
                "2010-01-01"));
        body.putAll(changes);
        return caller.body(body).post(API + "issuers").then();
    }

    private static ValidatableResponse withdraw(RequestSpecification caller, String code, String after) {
        return caller.body(Map.of("after", after, "reasonCode", "IRREGULARITIES"))
                .post(API + "issuers/{code}/withdrawal", code)
                .then();
    }
}
