package org.gongxue.enrollment;

import static org.gongxue.enrollment.Api.admin;
import static org.gongxue.enrollment.Api.as;
import static org.gongxue.enrollment.Api.get;
import static org.gongxue.enrollment.Api.items;
import static org.gongxue.enrollment.Api.officer;
import static org.gongxue.enrollment.Api.post;
import static org.gongxue.enrollment.Api.registrar;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongxue.kit.door.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a payment goes to, and what the door turns away. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class CardServiceTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(8_000);

    @BeforeEach
    void city() {
        Api.foundCityOnce();
    }

    @Test
    void aPaymentGoesToTheCardItWasApprovedFor() {
        var learnerId = Api.registered(PEOPLE.incrementAndGet());
        card(learnerId, "样例银行", 1);
        card(learnerId, "样例银行", 1);
        card(learnerId, "样例银行即墨支行", 2);
        var payees = List.of(item(learnerId, 1), item(learnerId, 2), item(learnerId, 3), item("L-none", 1));
        post(
                        as("reward-service", Roles.PAYEE_READER),
                        "payees",
                        Map.of("purpose", "payment-export", "batchId", "B-8", "payees", payees))
                .statusCode(200)
                .body("version", is(List.of(1, 2)))
                .body("bankName", is(List.of("样例银行", "样例银行即墨支行")));
    }

    @Test
    void anOfficerWhoStudiesDecidesNothingAboutHimself() {
        Api.appoint("officer-studies", "factory", "UNION_OFFICER");
        var self = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "SENIOR_SECONDARY"));
        self.put("self", true);
        var account = Map.of("intakeId", Api.INTAKE, "programId", Api.PROGRAM);
        post(officer("officer-studies"), "learners", self).statusCode(201);
        String applicationId = post(officer("officer-studies"), "applications", account)
                .statusCode(201)
                .extract()
                .path("applicationId");
        post(officer("officer-studies"), "applications/" + applicationId + "/recommendation", Map.of())
                .statusCode(403)
                .body("code", is("MAKER_IS_CHECKER"));
    }

    @Test
    void whatIsNoIdIsTheCallersMistake() {
        for (var path : List.of(
                "units/a%00b",
                "units?parent=%00",
                "applications?intake=%00",
                "enrollments?university=%00",
                "enrollments/" + "e".repeat(130),
                "applications/%E6%97%A0")) {
            RestAssured.given(admin())
                    .urlEncodingEnabled(false)
                    .get(Api.BASE + path)
                    .then()
                    .statusCode(400)
                    .body("code", is("INVALID_VALUE"));
        }
        post(
                        registrar("registrar-a"),
                        "tuition-receipts",
                        items(Map.of(
                                "studentNumber", "S1",
                                "receiptNumber", "样例王强",
                                "dueFen", 1,
                                "waivedFen", 0,
                                "paidFen", 1,
                                "refundedFen", 0,
                                "paidOn", "2015-03-02")))
                .body("results[0].status", is("refused"))
                .body("results[0].problem.field", is("receiptNumber"));
    }

    @Test
    void whatConcernsTheWholeProgramIsForThoseAppointedToAllOfIt() {
        get(officer("officer-d"), "intakes/" + Api.INTAKE + "/summary").statusCode(403);
        Api.appoint("auditor-d", "district", "AUDITOR");
        Api.appoint("auditor-c", "city", "AUDITOR");
        get(as("auditor-d", Roles.AUDITOR), "officers").statusCode(403);
        get(as("auditor-d", Roles.AUDITOR), "graduation-files").statusCode(200).body("items", hasSize(0));
        get(as("auditor-c", Roles.AUDITOR), "officers").statusCode(200);
        get(as("auditor-c", Roles.AUDITOR), "intakes/" + Api.INTAKE + "/summary")
                .statusCode(200);
    }

    private static void card(String learnerId, String bankName, int version) {
        post(
                        officer("officer-g"),
                        "learners/" + learnerId + "/card",
                        Map.of("accountNumber", "4111111111111111", "bankName", bankName, "bankCode", "999452000019"))
                .statusCode(200)
                .body("version", is(version));
    }

    private static Map<String, Object> item(String learnerId, int version) {
        return Map.of("learnerId", learnerId, "version", version);
    }
}
