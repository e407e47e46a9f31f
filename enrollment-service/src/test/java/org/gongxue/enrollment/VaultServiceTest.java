package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.enrollment.Api.as;
import static org.gongxue.enrollment.Api.officer;
import static org.gongxue.enrollment.Api.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the vault keeps, and who is given it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class VaultServiceTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(1_200);

    @Inject
    DataSource dataSource;

    @BeforeEach
    void city() {
        Api.foundCityOnce();
    }

    @Test
    void payeesAreForTheRewardServiceAloneAndEveryLookIsKept() throws SQLException {
        var number = PEOPLE.incrementAndGet();
        var learnerId = Api.registered(number);
        post(
                        officer("officer-g"),
                        "learners/" + learnerId + "/card",
                        Map.of("accountNumber", "4111111111111111", "bankName", "样例银行", "bankCode", "999452000019"))
                .statusCode(200);
        post(
                        as("reward-service", Roles.PAYEE_READER),
                        "payees",
                        Map.of(
                                "purpose",
                                "payment-export",
                                "batchId",
                                "B-7",
                                "payees",
                                List.of(
                                        Map.of("learnerId", learnerId, "version", 1),
                                        Map.of("learnerId", "L-none", "version", 1))))
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].accountNumber", is("4111111111111111"))
                .body("[0].name", is(Api.person(number, "BACHELOR").get("name")));
        assertThat(count("SELECT count(*) FROM vault_access WHERE actor = 'user:" + Tokens.subject("reward-service")
                        + "' AND purpose = 'payment-export' AND context = 'B-7' AND learner_id = '" + learnerId + "'"))
                .isEqualTo(1);
        post(officer("officer-d"), "learners/lookup", Map.of("purpose", "核对身份", "idNumber", People.idNumber(number)))
                .statusCode(200)
                .body("learnerId", is(learnerId))
                .body("name", containsString("*"));
        post(officer("officer-o"), "learners/lookup", Map.of("purpose", "好奇", "idNumber", People.idNumber(number)))
                .statusCode(404);
        assertThat(count("SELECT count(*) FROM vault_access WHERE purpose = '好奇'"))
                .isEqualTo(1);
    }

    @Test
    void noIdentityStandsInTheLogOrInAnyPlainColumn() throws SQLException {
        var number = PEOPLE.incrementAndGet();
        Api.registered(number);
        assertThat(count("SELECT count(*) FROM log.event WHERE position(convert_to('" + People.idNumber(number)
                        + "', 'UTF8') in data) > 0 OR position(convert_to('" + People.phone(number)
                        + "', 'UTF8') in data) > 0"))
                .isZero();
        assertThat(count("SELECT count(*) FROM vault_profile WHERE position(convert_to('" + People.idNumber(number)
                        + "', 'UTF8') in secret) > 0"))
                .isZero();
    }

    private long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
