package org.gongxue.creditbank.outcome.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.API;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.depositBody;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.gongxue.creditbank.CreditBankCity.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongxue.creditbank.CreditBankCity;
import org.gongxue.creditbank.CreditBankHouse;
import org.gongxue.eventlog.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents handed in many at once, over HTTP. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class DepositBatchTest {

    private static boolean ready;

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void aWorkerIsInEachDistrict() throws SQLException {
        var city = CreditBankCity.standing(dataSource, log);
        if (!ready) {
            city.register("ma", "firm-a");
            city.seen(city.register("niu", "firm-b"));
            ready = true;
        }
    }

    @Test
    void everyItemOfABatchIsAnsweredByItself() {
        var good = depositBody("ma", certificate("17", 3), "SENIOR");
        var wrongLevel = depositBody("ma", certificate("17", 3), "TECHNICIAN");
        var unreadable = depositBody("ma", "12345", "SENIOR");
        var incomplete = depositBody("ma", certificate("17", 3), "SENIOR");
        incomplete.remove("route");
        var notOurs = depositBody("niu", certificate("17", 3), "SENIOR");
        batch(officer("officer-shinan"), Arrays.asList(good, wrongLevel, unreadable, incomplete, null, notOurs, good))
                .statusCode(200)
                .body("results.ordinal", contains(0, 1, 2, 3, 4, 5, 6))
                .body(
                        "results.status",
                        contains("accepted", "refused", "refused", "refused", "refused", "refused", "duplicate"))
                .body("results[0].state", is("recognized"))
                .body("results[0].learnerId", is("ma"))
                .body("results[1].state", is("refused"))
                .body("results[1].reasons[0].code", is("CERTIFICATE_LEVEL_MISMATCH"))
                .body("results[2].problem.code", is("CERTIFICATE_NUMBER_LENGTH"))
                .body("results[2].outcomeId", nullValue())
                .body("results[3].problem.field", is("route"))
                .body("results[4].problem.code", is("INVALID_VALUE"))
                .body("results[5].problem.code", is("NOT_APPOINTED"))
                .body("results[6].reasons[0].code", is("DUPLICATE"));
    }

    @Test
    void aRepeatedBatchGetsTheFirstAnswer() {
        var items = List.of(
                depositBody("ma", certificate("17", 3), "SENIOR"),
                depositBody("ma", certificate("17", 4), "INTERMEDIATE"));
        var key = UUID.randomUUID().toString();
        var first = batch(officer("officer-qd").header("Idempotency-Key", key), items)
                .statusCode(200)
                .body("results.status", everyItem(is("accepted")))
                .extract()
                .asString();
        assertThat(batch(officer("officer-qd").header("Idempotency-Key", key), items)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void aNumberOfARefusedItemIsNotKept() throws SQLException {
        var before = numbers();
        batch(officer("officer-laoshan"), List.of(depositBody("ma", certificate("17", 3), "SENIOR")))
                .body("results.status", contains("refused"));
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void aBatchHasBetweenOneAndFiveHundredItemsAndIsForOfficers() {
        batch(officer("officer-qd"), List.of()).statusCode(400).body("field", is("items"));
        var item = depositBody("ma", "12345", "SENIOR");
        batch(officer("officer-qd"), Collections.nCopies(501, item))
                .statusCode(400)
                .body("field", is("items"));
        batch(officer("officer-qd"), Collections.nCopies(500, item))
                .statusCode(200)
                .body("results", hasSize(500));
        batch(learner("ma"), List.of(item)).statusCode(403);
        batch(admin("admin1"), List.of(item)).statusCode(403);
    }

    private static ValidatableResponse batch(RequestSpecification caller, List<Map<String, Object>> items) {
        return caller.body(Map.of("items", items)).post(API + "outcomes/batch").then();
    }

    private int numbers() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery("SELECT count(*) FROM certificate_number")) {
            row.next();
            return row.getInt(1);
        }
    }
}
