package org.gongxue.creditbank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.as;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see which account and number, over HTTP, and what is kept of each look. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class CreditBankAccessTest {

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
    void whoAdministersOrAuditsOnePlaceSeesItsAccountsOnly() {
        city.seen(city.register("qiu", "firm-b"));
        for (var caller : List.of(admin("admin-shinan"), as("auditor-shinan", Roles.AUDITOR))) {
            caller.get("/api/credit-bank/accounts/wang").then().statusCode(200);
        }
        for (var caller : List.of(admin("admin-shinan"), as("auditor-shinan", Roles.AUDITOR))) {
            caller.get("/api/credit-bank/accounts/qiu").then().statusCode(403).body("code", is("NOT_YOUR_ACCOUNT"));
        }
        admin("admin-shinan").get("/api/credit-bank/accounts/nobody").then().statusCode(403);
        admin("admin2").get("/api/credit-bank/accounts/qiu").then().statusCode(200);
    }

    @Test
    void accountsAreSeenByTheirLearnerHisOfficersAdministratorsAndAuditors() {
        var path = "/api/credit-bank/accounts/wang";
        learner("wang").get(path).then().statusCode(200);
        officer("officer-shinan").get(path).then().statusCode(200);
        admin("admin1").get(path).then().statusCode(200);
        as("auditor1", Roles.AUDITOR).get(path).then().statusCode(200);

        learner("li").get(path).then().statusCode(403).body("code", is("NOT_YOUR_ACCOUNT"));
        officer("officer-laoshan").get(path).then().statusCode(403).body("code", is("NOT_YOUR_ACCOUNT"));
        as("officer-shinan", Roles.LEARNER).get(path).then().statusCode(403);
        as("finance1", Roles.FINANCE).get(path).then().statusCode(403).body("code", is("ROLE_REQUIRED"));
        as("nobody", Roles.AUDITOR).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @Test
    void aDismissedOfficerLosesAccessWithoutANewToken() {
        var subject = Tokens.subject("officer-leaving");
        city.appoint("officer-leaving", "shinan", StaffRole.UNION_OFFICER);
        city.seen(city.register("sun"));
        officer("officer-leaving").get("/api/credit-bank/accounts/sun").then().statusCode(200);
        city.seen(city.say(
                "officer/" + subject, new OfficerDismissed("a-officer-leaving", subject, LocalDate.of(2017, 6, 1))));
        officer("officer-leaving").get("/api/credit-bank/accounts/sun").then().statusCode(403);
        deposit(officer("officer-leaving"), "sun", certificate("17", 3), "SENIOR")
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"))
                .body("detail", containsString("工会干部"));
    }

    @ParameterizedTest
    @CsvSource({
        "outcomes, finance",
        "outcomes, administrator",
        "outcomes/o1/revocation, union-officer",
        "outcomes/o1/revocation, learner",
        "outcomes/o1/revocation/confirmation, union-officer",
        "outcomes/o1/revocation/confirmation, finance",
        "outcomes/o1/revocation/confirmation, learner",
        "outcomes/o1/revocation/rejection, auditor",
        "outcomes/o1/revocation/rejection, registrar",
        "issuers, union-officer",
        "issuers, auditor",
        "issuers/S000137/proposals/1/confirmation, finance",
        "issuers/S000137/proposals/1/confirmation, union-officer",
        "issuers/S000137/proposals/1/rejection, partner-university",
        "outcomes/o1/certificate-number, learner",
        "log/rebuild, auditor",
        "log/rebuild, union-officer",
        "conversion-rules, union-officer",
        "conversion-rules/r1/versions/1/publication, finance",
        "conversions, auditor"
    })
    void aRoleThatMayNotIsTurnedAwayAtTheDoor(String path, String role) {
        as("someone", role).body("{}").post("/api/credit-bank/" + path).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/credit-bank/" + path)
                .then()
                .statusCode(401);
    }

    @Test
    void anOfficerSeesTheNumberAndTheLookIsRecorded() throws SQLException {
        var number = certificate("17", 3);
        var outcomeId = deposit(
                        officer("officer-shinan"), "wang", number.substring(0, 8) + " " + number.substring(8), "SENIOR")
                .statusCode(201)
                .extract()
                .<String>path("outcomeId");
        show(officer("officer-shinan"), outcomeId).statusCode(200).body("certificateNumber", is(number));
        show(officer("officer-laoshan"), outcomeId).statusCode(403).body("code", is("NOT_APPOINTED"));
        show(learner("wang"), outcomeId).statusCode(403);
        assertThat(count("SELECT count(*) FROM log.event WHERE type LIKE '%certificate-number-shown' AND"
                        + " convert_from(data, 'UTF8') LIKE '%" + outcomeId + "%'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM log.event WHERE convert_from(data, 'UTF8') LIKE '%" + number + "%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM certificate_number WHERE outcome_id = '" + outcomeId + "' AND position('"
                        + number + "'::bytea in secret) = 0"))
                .isEqualTo(1);
    }

    @Test
    void aRefusedDepositLeavesNoNumberBehind() throws SQLException {
        var before = count("SELECT count(*) FROM certificate_number");
        deposit(officer("officer-laoshan"), "wang", certificate("17", 3), "SENIOR")
                .statusCode(403);
        assertThat(count("SELECT count(*) FROM certificate_number")).isEqualTo(before);
    }

    private static ValidatableResponse show(RequestSpecification caller, String outcomeId) {
        return caller.body(Map.of("purpose", "VERIFICATION"))
                .post("/api/credit-bank/outcomes/{id}/certificate-number", outcomeId)
                .then();
    }

    private int count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
