package org.gongxue.enrollment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;

/** The service as callers meet it, with a small city made through its own door. */
public final class Api {

    static final String BASE = "/api/enrollment/";
    static final String NPU = "10699";
    static final String PROGRAM = "mech";
    static final String INTAKE = "intake-2015";

    private Api() {}

    static RequestSpecification as(String username, String... roles) {
        return given().auth().oauth2(Tokens.of(username, roles)).contentType(ContentType.JSON);
    }

    static RequestSpecification admin() {
        return as("admin1", Roles.ADMINISTRATOR);
    }

    static RequestSpecification officer(String username) {
        return as(username, Roles.UNION_OFFICER);
    }

    static RequestSpecification registrar(String username) {
        return as(username, Roles.REGISTRAR);
    }

    static RequestSpecification machine() {
        return as("partner-10699", Roles.PARTNER_UNIVERSITY);
    }

    static RequestSpecification learner(String phone) {
        return as(phone, Roles.LEARNER);
    }

    static ValidatableResponse post(RequestSpecification caller, String path, Object body) {
        return caller.body(body).post(BASE + path).then();
    }

    static ValidatableResponse get(RequestSpecification caller, String path) {
        return caller.get(BASE + path).then();
    }

    /** The city, for all tests of this run together: they share one service. */
    static void foundCityOnce() {
        if (get(admin(), "units/factory").extract().statusCode() == 404) {
            foundCity();
            intake(INTAKE, "2015-03-02", "2015-03-31", 500);
        }
    }

    /** Opens the first day and registers units, a university, a program, an intake and everyone's office. */
    static void foundCity() {
        post(admin(), "calendar/days", Map.of("date", "2015-03-02")).statusCode(200);
        unit("city", null, "CITY");
        unit("district", "city", "DISTRICT");
        unit("other-district", "city", "DISTRICT");
        unit("factory", "district", "GRASSROOTS");
        post(admin(), "universities", Map.of("schoolCode", NPU, "name", "西北工业大学"))
                .statusCode(201);
        post(admin(), "universities", Map.of("schoolCode", "10491", "name", "中国地质大学"))
                .statusCode(201);
        appoint("admin2", "*", "ADMINISTRATOR");
        appoint("officer-g", "factory", "UNION_OFFICER");
        appoint("officer-d", "district", "UNION_OFFICER");
        appoint("officer-o", "other-district", "UNION_OFFICER");
        appoint("registrar-a", NPU, "REGISTRAR");
        appoint("registrar-b", NPU, "REGISTRAR");
        appoint("registrar-x", "10491", "REGISTRAR");
        appoint("partner-10699", NPU, "PARTNER_UNIVERSITY");
        program(PROGRAM);
    }

    static void program(String programId) {
        post(
                        admin(),
                        "programs",
                        Map.of(
                                "programId",
                                programId,
                                "universityId",
                                NPU,
                                "level",
                                "ASSOCIATE",
                                "major",
                                "机械设计制造及自动化",
                                "entryLevel",
                                "SENIOR_SECONDARY",
                                "requiredCredits",
                                8,
                                "tuitionFen",
                                800_000,
                                "courses",
                                List.of(
                                        Map.of("code", "C1", "name", "机械制图", "credits", 5),
                                        Map.of("code", "C2", "name", "金工实习", "credits", 3))))
                .statusCode(201);
    }

    static void intake(String intakeId, String opensOn, String closesOn, int quota) {
        post(
                        admin(),
                        "intakes",
                        Map.of(
                                "intakeId",
                                intakeId,
                                "year",
                                Integer.parseInt(opensOn.substring(0, 4)),
                                "opensOn",
                                opensOn,
                                "closesOn",
                                closesOn,
                                "quota",
                                quota,
                                "places",
                                List.of(Map.of("programId", PROGRAM, "places", quota))))
                .statusCode(201);
    }

    static String appoint(String username, String organizationId, String role) {
        return post(
                        admin(),
                        "officers",
                        Map.of(
                                "subject",
                                Tokens.subject(username),
                                "organizationId",
                                organizationId,
                                "role",
                                role,
                                "from",
                                "2015-01-01"))
                .statusCode(201)
                .extract()
                .path("appointmentId");
    }

    static Map<String, Object> person(int number, String educationLevel) {
        return Map.of(
                "name",
                "样例" + "王李张刘陈杨赵黄周吴".charAt(number % 10) + "强",
                "idNumber",
                People.idNumber(number),
                "phone",
                People.phone(number),
                "unitId",
                "factory",
                "position",
                "钳工",
                "educationLevel",
                educationLevel,
                "consent",
                Map.of("wordingVersion", "2015-03", "sensitive", true));
    }

    /** Registered by the factory's officer. */
    static String registered(int number) {
        return post(officer("officer-g"), "learners", person(number, "SENIOR_SECONDARY"))
                .extract()
                .path("learnerId");
    }

    /** Registered, applied, recommended and approved; gives the application. */
    static String approved(int number, String intakeId) {
        var learnerId = registered(number);
        String applicationId = post(
                        officer("officer-g"),
                        "applications",
                        Map.of("learnerId", learnerId, "intakeId", intakeId, "programId", PROGRAM))
                .statusCode(201)
                .extract()
                .path("applicationId");
        post(officer("officer-g"), "applications/" + applicationId + "/recommendation", Map.of())
                .statusCode(200);
        post(officer("officer-d"), "applications/" + applicationId + "/review", Map.of("approve", true))
                .statusCode(200);
        return applicationId;
    }

    /** Admitted with the student number S and five digits, and with all courses passed. */
    static void enrolled(int number, String intakeId, String enrolledOn) {
        var applicationId = approved(number, intakeId);
        post(
                        registrar("registrar-a"),
                        "admissions",
                        items(Map.of(
                                "applicationId", applicationId,
                                "studentNumber", studentNumber(number),
                                "enrolledOn", enrolledOn)))
                .statusCode(200);
        post(registrar("registrar-a"), "course-results", items(result(number, "C1"), result(number, "C2")))
                .statusCode(200);
    }

    static Map<String, Object> result(int number, String course) {
        return Map.of(
                "studentNumber",
                studentNumber(number),
                "courseCode",
                course,
                "score",
                80,
                "passed",
                true,
                "term",
                "2015-2016-1");
    }

    static String studentNumber(int number) {
        return String.format("S%05d", number);
    }

    static String diploma(int number) {
        return String.format("10699720%d06%06d", 15, number);
    }

    static Map<String, Object> items(Object... items) {
        return Map.of("items", List.of(items));
    }

    private static void unit(String id, String parent, String level) {
        var body = new HashMap<String, Object>(Map.of(
                "unitId", id, "name", id + "工会（样例）", "level", level, "ownership", "PRIVATE", "affiliation", "NONE"));
        if (parent != null) {
            body.put("parentId", parent);
        }
        post(admin(), "units", body).statusCode(201);
    }
}
