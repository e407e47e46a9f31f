package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.enrollment.Api.admin;
import static org.gongxue.enrollment.Api.as;
import static org.gongxue.enrollment.Api.get;
import static org.gongxue.enrollment.Api.items;
import static org.gongxue.enrollment.Api.learner;
import static org.gongxue.enrollment.Api.machine;
import static org.gongxue.enrollment.Api.officer;
import static org.gongxue.enrollment.Api.post;
import static org.gongxue.enrollment.Api.registrar;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service over HTTP, on a real PostgreSQL and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class EnrollmentServiceTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(100);

    @Inject
    DataSource dataSource;

    @BeforeEach
    void city() {
        Api.foundCityOnce();
    }

    @Test
    void whatIsParkedIsTheAdministratorsConcern() {
        get(admin(), "parked-inputs").statusCode(200).body("items", hasSize(0));
        var body = Map.of("subject", "learner-1", "source", "credit-bank", "index", 1);
        post(admin(), "parked-inputs/proposals", body).statusCode(404).body("code", is("PARKED_NOTHING"));
        for (var stranger : List.of(
                learner(People.phone(1)),
                officer("officer-d"),
                registrar("registrar-a"),
                machine(),
                as("finance1", Roles.FINANCE),
                as("nobody", Roles.ADMINISTRATOR),
                as("nobody", Roles.AUDITOR))) {
            get(stranger, "parked-inputs").statusCode(403);
            get(stranger, "parked-inputs/line?subject=learner-1").statusCode(403);
            post(stranger, "parked-inputs/proposals", body).statusCode(403);
        }
    }

    @Test
    void fromRegistrationToEnrollmentWithEveryoneInTheirOffice() {
        var number = PEOPLE.incrementAndGet();
        var phone = People.phone(number);
        post(learner(phone), "learners", Api.person(number, "SENIOR_SECONDARY"))
                .statusCode(201)
                .header("Log-Index", containsString("enrollment="))
                .body("known", is(false));
        post(learner(phone), "learners", Api.person(number, "SENIOR_SECONDARY"))
                .statusCode(200)
                .body("known", is(true));
        get(learner(phone), "learners/me")
                .statusCode(200)
                .body("phone", is(phone.substring(0, 3) + "****" + phone.substring(7)))
                .body("unitName", is("factory工会（样例）"))
                .body("card", nullValue());
        post(
                        learner(phone),
                        "learners/me/card",
                        Map.of("accountNumber", "4111 1111 1111 1111", "bankName", "样例银行", "bankCode", "999452000019"))
                .statusCode(200)
                .body("tail", is("1111"));

        String applicationId = post(
                        learner(phone), "applications", Map.of("intakeId", Api.INTAKE, "programId", Api.PROGRAM))
                .statusCode(201)
                .body("state", is("submitted"))
                .body("holder.organizationId", is("factory"))
                .body("holder.until", is(today().plusDays(15).toString()))
                .extract()
                .path("applicationId");
        post(officer("officer-g"), "applications/" + applicationId + "/recommendation", Map.of())
                .statusCode(200)
                .body("holder.organizationId", is("district"));
        post(officer("officer-d"), "applications/" + applicationId + "/review", Map.of("approve", true))
                .statusCode(200)
                .body("state", is("placed"))
                .body("holder.name", is("西北工业大学"));
        String enrollmentId = post(
                        machine(),
                        "admissions",
                        items(Map.of(
                                "applicationId",
                                applicationId,
                                "studentNumber",
                                Api.studentNumber(number),
                                "enrolledOn",
                                "2015-03-02")))
                .statusCode(200)
                .body("results[0].status", is("accepted"))
                .body("results[0].index", notNullValue())
                .extract()
                .path("results[0].id");
        get(learner(phone), "applications/mine")
                .body("items[0].state", is("enrolled"))
                .body("items[0].timeline.state", is(List.of("submitted", "recommended", "placed", "enrolled")));

        post(registrar("registrar-a"), "course-results", items(Api.result(number, "C1"), Api.result(number, "C1")))
                .body("results.status", is(List.of("accepted", "duplicate")));
        post(
                        registrar("registrar-a"),
                        "tuition-receipts",
                        items(
                                receipt(number, "YL-" + number, 800_000, 120_000, 680_000),
                                receipt(number, "YL-" + number, 800_000, 0, 680_000)))
                .body("results[0].status", is("accepted"))
                .body("results[1].status", is("refused"))
                .body("results[1].problem.code", is("TUITION_NOT_BALANCED"))
                .body("results[1].problem.field", is("dueFen"))
                .body("results[1].problem.needed", is("680000"));
        get(learner(phone), "enrollments/mine")
                .statusCode(200)
                .body("items[0].enrollmentId", is(enrollmentId))
                .body("items[0].required", is(8))
                .body("items[0].counted", is(5))
                .body("items[0].missing[0].code", is("C2"))
                .body("items[0].receipts[0].waivedFen", is(120_000));
    }

    @Test
    void everyoneElseIsKeptOut() {
        var number = PEOPLE.incrementAndGet();
        var learnerId = Api.registered(number);
        var applicationId = Api.approved(PEOPLE.incrementAndGet(), Api.INTAKE);

        get(learner(People.phone(number)), "learners/" + learnerId).statusCode(403);
        get(officer("officer-o"), "learners/" + learnerId)
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", is("NOT_APPOINTED"));
        get(officer("officer-d"), "learners/" + learnerId).statusCode(200);
        get(officer("officer-o"), "applications/" + applicationId).statusCode(403);
        get(officer("officer-o"), "applications").statusCode(200).body("items", hasSize(0));
        get(officer("stranger"), "applications").statusCode(403);
        get(registrar("registrar-x"), "enrollments?university=10699").statusCode(403);
        post(officer("officer-d"), "calendar/days", Map.of("date", "2015-03-03"))
                .statusCode(403);
        post(as("stranger", Roles.ADMINISTRATOR), "calendar/days", Map.of("date", "2015-03-03"))
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));
        var admission =
                items(Map.of("applicationId", applicationId, "studentNumber", "X1", "enrolledOn", "2015-03-02"));
        post(registrar("registrar-x"), "admissions", admission)
                .statusCode(200)
                .body("results[0].status", is("refused"))
                .body("results[0].problem.status", is(403));
        post(officer("officer-d"), "admissions", admission).statusCode(403);
        post(
                        admin(),
                        "payees",
                        Map.of(
                                "purpose",
                                "x",
                                "batchId",
                                "b",
                                "payees",
                                List.of(Map.of("learnerId", learnerId, "version", 1))))
                .statusCode(403);
        RestAssured.get(Api.BASE + "units").then().statusCode(401);
    }

    @Test
    void aDismissedOfficerIsOutWithTheSameToken() {
        String appointmentId = Api.appoint("officer-moved", "district", "UNION_OFFICER");
        get(officer("officer-moved"), "applications").statusCode(200);
        post(admin(), "officers/" + appointmentId + "/dismissal", Map.of())
                .statusCode(200)
                .body("dismissedOn", is(today().toString()));
        get(officer("officer-moved"), "applications").statusCode(403);
        var number = PEOPLE.incrementAndGet();
        post(officer("officer-moved"), "learners", Api.person(number, "BACHELOR"))
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));
    }

    @Test
    void anOfficerReadsTheOwnAppointmentsAndNobodyElses() {
        Api.appoint("officer-twice", "district", "UNION_OFFICER");
        Api.appoint("officer-twice", "factory", "UNION_OFFICER");
        get(officer("officer-twice"), "officers/mine")
                .statusCode(200)
                .body("items.organizationId", is(List.of("district", "factory")))
                .body("items.subject", everyItem(is(Tokens.subject("officer-twice"))));
        get(officer("officer-nowhere"), "officers/mine").statusCode(200).body("items", hasSize(0));
        get(learner(People.phone(PEOPLE.incrementAndGet())), "officers/mine").statusCode(403);
    }

    @Test
    void aRefusedRegistrationLeavesNothingInTheVault() throws SQLException {
        var number = PEOPLE.incrementAndGet();
        var before = count("SELECT count(*) FROM vault_profile");
        post(officer("officer-o"), "learners", Api.person(number, "BACHELOR")).statusCode(403);
        assertThat(count("SELECT count(*) FROM vault_profile")).isEqualTo(before);
    }

    @Test
    void schoolingBelowTheEntryIsToldInThePersonsLanguage() {
        var number = PEOPLE.incrementAndGet();
        post(learner(People.phone(number)), "learners", Api.person(number, "JUNIOR_SECONDARY"))
                .statusCode(201);
        var body = Map.of("intakeId", Api.INTAKE, "programId", Api.PROGRAM);
        post(learner(People.phone(number)), "applications", body)
                .statusCode(201)
                .body("state", is("refused"))
                .body("problem.code", is("EDUCATION_BELOW_ENTRY"))
                .body("problem.detail", containsString("这个专业要求高中或同等学历，您填的是初中"));
        post(learner(People.phone(number)).header("Accept-Language", "en"), "applications", body)
                .body("problem.detail", containsString("asks for senior secondary school"));
    }

    @Test
    void aRepeatedRequestIsAnsweredOnceAndASecondApplicationCitesTheFirst() {
        var learnerId = Api.registered(PEOPLE.incrementAndGet());
        var body = Map.of("learnerId", learnerId, "intakeId", Api.INTAKE, "programId", Api.PROGRAM);
        var key = UUID.randomUUID().toString();
        String first = post(officer("officer-g").header("Idempotency-Key", key), "applications", body)
                .statusCode(201)
                .extract()
                .path("applicationId");
        post(officer("officer-g").header("Idempotency-Key", key), "applications", body)
                .statusCode(201)
                .body("applicationId", is(first))
                .body("state", is("submitted"));
        post(officer("officer-g"), "applications/batch", Map.of("items", List.of(body)))
                .body("results[0].status", is("duplicate"))
                .body("results[0].of", is(first))
                .body("results[0].problem.code", is("DUPLICATE"));
    }

    @Test
    void mistakesOfCallersAreProblemsAndNeverFiveHundred() {
        post(officer("officer-g"), "learners/batch", Map.of("items", List.of())).statusCode(400);
        officer("officer-g").body("{").post(Api.BASE + "learners").then().statusCode(400);
        officer("officer-g")
                .body("{\"items\":[null]}")
                .post(Api.BASE + "applications/recommendations")
                .then()
                .statusCode(200)
                .body("results[0].status", is("refused"));
        get(officer("officer-g"), "applications?cursor=abc").statusCode(422).body("code", is("CURSOR_UNKNOWN"));
        get(officer("officer-g"), "applications?state=lost").statusCode(422);
        get(officer("officer-g"), "applications/none").statusCode(404);
        get(admin(), "intakes/none/summary").statusCode(404);
        post(admin(), "calendar/days", Map.of("date", "2015-02-30")).statusCode(400);
        post(admin(), "calendar/days", Map.of("date", "2001-01-01"))
                .statusCode(409)
                .body("code", is("CALENDAR_NOT_FORWARD"))
                .body("detail", containsString("日期只能往后开"));
        post(admin(), "units", Map.of("unitId", "x y", "name", "", "level", "CITY"))
                .statusCode(400)
                .body("errors", notNullValue());
    }

    @Test
    void aFreedPlaceGoesToTheNextWithoutAnyoneAsking() {
        Api.intake("intake-waitlist", "2015-03-02", "2015-03-31", 1);
        var first = Api.approved(PEOPLE.incrementAndGet(), "intake-waitlist");
        var second = Api.approved(PEOPLE.incrementAndGet(), "intake-waitlist");
        get(admin(), "applications/" + second).body("state", is("waitlisted")).body("waitlistNumber", is(1));
        get(admin(), "intakes/intake-waitlist").body("places[0].used", is(1)).body("places[0].waitlisted", is(1));
        post(officer("officer-g"), "applications/" + first + "/withdrawal", Map.of())
                .statusCode(200)
                .body("state", is("withdrawn"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> get(admin(), "applications/" + second)
                        .body("state", is("placed"))
                        .body("holder.organizationId", is(Api.NPU)));
        get(admin(), "intakes/intake-waitlist").body("places[0].used", is(1)).body("places[0].waitlisted", is(0));
    }

    @Test
    void whenTheWindowClosesTheNotRecommendedAreToldAndTheIntakeIsClosed() throws SQLException {
        var lastDay = today();
        Api.intake("intake-short", lastDay.toString(), lastDay.toString(), 5);
        var recommended = Api.approved(PEOPLE.incrementAndGet(), "intake-short");
        String waiting = post(
                        officer("officer-g"),
                        "applications",
                        Map.of(
                                "learnerId",
                                Api.registered(PEOPLE.incrementAndGet()),
                                "intakeId",
                                "intake-short",
                                "programId",
                                Api.PROGRAM))
                .extract()
                .path("applicationId");
        post(admin(), "calendar/days", Map.of("date", lastDay.plusDays(1).toString()))
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> count("SELECT count(*) FROM intake WHERE intake_id = 'intake-short'"
                                + " AND closed_on IS NOT NULL")
                        == 1);
        get(admin(), "applications/" + waiting)
                .body("state", is("refused"))
                .body("problem.code", is("NOT_RECOMMENDED"))
                .body("problem.detail", containsString("factory工会（样例）没有推荐"));
        get(admin(), "applications/" + recommended).body("state", is("placed"));
        get(admin(), "intakes/intake-short/summary")
                .body("submitted", is(2))
                .body("open", is(1))
                .body("refused.NOT_RECOMMENDED", is(1))
                .body("byProgram." + Api.PROGRAM + ".submitted", is(2));
    }

    private static Map<String, Object> receipt(int number, String receipt, long due, long waived, long paid) {
        return Map.of(
                "studentNumber", Api.studentNumber(number),
                "receiptNumber", receipt,
                "dueFen", due,
                "waivedFen", waived,
                "paidFen", paid,
                "refundedFen", 0,
                "paidOn", "2015-03-02");
    }

    private static LocalDate today() {
        return LocalDate.parse(get(admin(), "calendar").extract().path("date"));
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
