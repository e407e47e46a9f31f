package org.gongxue.creditbank;

import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.convert;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.depositBody;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.gongxue.creditbank.CreditBankCity.publish;
import static org.gongxue.creditbank.CreditBankCity.serial;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller got wrong, over HTTP: told by field, value and rule, in the caller's language. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class CreditBankMistakesTest {

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void cityIsKnown() throws SQLException {
        CreditBankCity.standing(dataSource, log);
    }

    @Test
    void whatIsNoOccupationIsRefusedInWords() {
        var body = depositBody("me", certificate("17", 3), "SENIOR");
        body.put("occupationCode", "6-31-01-03A");
        deposit(learner("wang"), body)
                .statusCode(422)
                .body("code", is("OCCUPATION_CODE_FORM"))
                .body("field", is("occupationCode"))
                .body("value", is("6-31-01-03A"))
                .body("detail", is("工种“6-31-01-03A”不是职业编码，编码有 7 位数字，例如 6-31-01-03。请对照《职业分类大典》改正。"));
    }

    @Test
    void aWrongLevelIsToldInTheCallersLanguage() {
        deposit(learner("wang"), "me", certificate("17", 3), "TECHNICIAN")
                .statusCode(201)
                .body("state", is("refused"))
                .body("reasons[0].code", is("CERTIFICATE_LEVEL_MISMATCH"))
                .body("reasons[0].text", is("证书编号第11位表示高级工（三级），您选的是技师（二级）。请核对照片后改正。"));
        deposit(learner("wang").header("Accept-Language", "en"), "me", certificate("17", 3), "TECHNICIAN")
                .body("reasons[0].text", containsString("Character 11 of the certificate number stands for senior"));
    }

    @Test
    void aWrongYearIsToldWithItsPlaceInALongNumber() {
        deposit(learner("wang"), "me", "Y00013700000116300" + serial() / 10, "SENIOR")
                .statusCode(201)
                .body("reasons[0].code", is("CERTIFICATE_YEAR_MISMATCH"))
                .body("reasons[0].text", containsString("第14-15位表示2016年，您填的发证日期是2017年"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certificateNumber | 12345              | 422 | CERTIFICATE_NUMBER_LENGTH",
                "certificateNumber | 1737021001912345   | 422 | CERTIFICATE_NUMBER_CHARACTER",
                "certificateNumber | ''                 | 400 | INVALID_VALUE",
                "certificateNumber | 1.73702E+15        | 422 | CERTIFICATE_NUMBER_LENGTH",
                "level             | MASTER             | 400 | JSON_VALUE",
                "issuedOn          | 2017-02-30         | 400 | JSON_VALUE",
                "route             | LUCK               | 400 | JSON_VALUE",
                "occupationCode    | 钳工               | 422 | OCCUPATION_CODE_FORM",
                "occupationCode    | 6-31-01            | 422 | OCCUPATION_CODE_FORM",
                "occupationCode    | 63-1-01-03         | 422 | OCCUPATION_CODE_FORM",
                "occupationCode    | 1-1-1-1-1-1-1-1    | 422 | OCCUPATION_CODE_FORM",
                "occupationCode    | ''                 | 400 | INVALID_VALUE",
                "occupationEdition | 2001               | 400 | INVALID_VALUE",
                "learnerId         | has a space        | 400 | INVALID_VALUE",
                "learnerId         | nobody             | 404 | LEARNER_UNKNOWN"
            })
    void aMistakeIsNamedByFieldAndRule(String field, String value, int status, String code) {
        var body = depositBody("wang", certificate("17", 3), "SENIOR");
        body.put(field, value);
        officer("officer-shinan")
                .body(body)
                .post("/api/credit-bank/outcomes")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("field", is(field));
    }

    @Test
    void brokenJsonAndUnknownIdsAreNeverOurFault() {
        learner("wang").body("{").post("/api/credit-bank/outcomes").then().statusCode(400);
        learner("wang").body("null").post("/api/credit-bank/conversions").then().statusCode(400);
        convert(learner("wang"), "no-such-outcome", "e1").statusCode(404).body("code", is("OUTCOME_UNKNOWN"));
        admin("admin1").get("/api/credit-bank/accounts/nobody").then().statusCode(404);
        admin("admin1").get("/api/credit-bank/accounts/{id}", "a b").then().statusCode(400);
        admin("admin1").get("/api/credit-bank/conversion-rules?cursor=x").then().statusCode(400);
        publish(admin("admin2"), "no-such-rule").statusCode(404).body("code", is("RULE_VERSION_UNKNOWN"));
        learner("stranger")
                .get("/api/credit-bank/accounts/mine")
                .then()
                .statusCode(403)
                .body("code", is("SIGN_IN_NOT_LINKED"));
    }
}
