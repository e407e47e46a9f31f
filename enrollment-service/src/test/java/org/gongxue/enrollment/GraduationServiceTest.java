package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.enrollment.Api.get;
import static org.gongxue.enrollment.Api.machine;
import static org.gongxue.enrollment.Api.post;
import static org.gongxue.enrollment.Api.registrar;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.awaitility.Awaitility;
import org.gongxue.enrollment.graduation.edge.Sheets;
import org.gongxue.eventlog.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graduations over HTTP: files of two registrars, messages of the university's system. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class GraduationServiceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String EVENT = "application/cloudevents+json";
    private static final String EVENTS = "application/cloudevents-batch+json";
    /** As browsers and JSON senders write: UTF-8 everywhere. */
    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
            .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"))
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final AtomicInteger PEOPLE = new AtomicInteger(5_000);
    private static final LocalDate AWARDED = LocalDate.of(2015, 3, 2);

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void city() {
        Api.foundCityOnce();
    }

    @Test
    void aFileIsCheckedReleasedBySomeoneElseAndSettledRowByRow() throws SQLException {
        var first = student();
        var second = student();
        var third = student();
        var scientific = row(second);
        scientific.set(7, 1.06997201506e17);
        var shortOfCredits = row(third);
        shortOfCredits.set(9, 7);
        var stranger = row(third);
        stranger.set(2, "S99999");
        var file = Sheets.workbook(List.of(
                List.of("毕业名单"), Sheets.HEADINGS, row(first), scientific, shortOfCredits, stranger, row(first)));

        var before = log.lastIndex();
        String fileId = upload(registrar("registrar-a"), "毕业名单.xlsx", file)
                .statusCode(201)
                .body("rows", is(5))
                .body("accepted", is(1))
                .body("duplicate", is(1))
                .body("refused", is(3))
                .body("state", is("checked"))
                .body("name", is("毕业名单.xlsx"))
                .extract()
                .path("fileId");
        assertThat(log.lastIndex()).isEqualTo(before + 1);
        get(registrar("registrar-a"), "graduation-files/" + fileId + "/rows?status=refused")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].row", is(4))
                .body("items[0].column", is("毕业证书编号"))
                .body("items[0].value", is("1.07E+17"))
                .body("items[0].code", is("DIPLOMA_NUMBER_SCIENTIFIC"))
                .body("items[0].reason", containsString("科学记数"))
                .body("items[0].mend", containsString("文本"))
                .body("items[0].index", nullValue())
                .body("items[1].column", is("已修学分"))
                .body("items[1].value", is("7"))
                .body("items[1].code", is("CREDITS_SHORT"))
                .body("items[2].column", is("学号"))
                .body("items[2].value", is("S99999"))
                .body("items[2].code", is("NOT_ENROLLED_HERE"));
        get(
                        registrar("registrar-a").header("Accept-Language", "en"),
                        "graduation-files/" + fileId + "/rows?status=duplicate")
                .body("items[0].row", is(7))
                .body("items[0].reason", is("The same graduate as in row 3"));

        post(registrar("registrar-a"), "graduation-files/" + fileId + "/release", Map.of())
                .statusCode(403)
                .body("code", is("MAKER_IS_CHECKER"));
        post(registrar("registrar-x"), "graduation-files/" + fileId + "/release", Map.of())
                .statusCode(403);
        get(registrar("registrar-x"), "graduation-files/" + fileId + "/rows").statusCode(403);
        post(registrar("registrar-b"), "graduation-files/" + fileId + "/release", Map.of())
                .statusCode(200)
                .body("state", is("released"))
                .body("accepted", is(1))
                .body("duplicate", is(1))
                .body("refused", is(3))
                .body("firstIndex", notNullValue());
        get(registrar("registrar-a"), "graduation-files/" + fileId + "/rows")
                .body("items.status", is(List.of("accepted", "refused", "refused", "refused", "duplicate")))
                .body("items[0].index", notNullValue())
                .body("items[4].index", notNullValue());
        get(registrar("registrar-a"), "enrollments?university=10699").statusCode(200);
        resettlingChangesNothing(fileId);
        theUploadIsEncrypted(fileId, first);
    }

    @Test
    void theSameUploadAgainIsTheFirstOneWhateverHappenedSince() {
        var key = "upload-" + UUID.randomUUID();
        var file = Sheets.workbook(List.of(Sheets.HEADINGS, row(student())));
        String fileId = upload(registrar("registrar-a").header("Idempotency-Key", key), "a.xlsx", file)
                .statusCode(201)
                .extract()
                .path("fileId");
        post(registrar("registrar-b"), "graduation-files/" + fileId + "/release", Map.of())
                .statusCode(200);
        upload(registrar("registrar-a").header("Idempotency-Key", key), "a.xlsx", file)
                .statusCode(201)
                .body("fileId", is(fileId))
                .body("accepted", is(1));
        var other = Sheets.workbook(List.of(Sheets.HEADINGS, row(student()), row(student())));
        upload(registrar("registrar-a").header("Idempotency-Key", key), "a.xlsx", other)
                .statusCode(422)
                .body("code", is("IDEMPOTENCY_KEY_REUSED"));
        get(registrar("registrar-a"), "graduation-files/" + fileId + "/rows").body("items", hasSize(1));
    }

    /** What a crash in the middle of a release leaves behind: the chore is found again and every row answers as before. */
    private void resettlingChangesNothing(String fileId) throws SQLException {
        var before = log.lastIndex();
        update("INSERT INTO chore (kind, subject, since_index) VALUES ('nobodys', 'x', 0)");
        update("INSERT INTO chore (kind, subject, since_index) VALUES ('settle-file', '" + fileId + "', 1)");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> count("SELECT count(*) FROM chore WHERE subject = '" + fileId + "'") == 0);
        update("DELETE FROM chore WHERE kind = 'nobodys'");
        assertThat(log.lastIndex()).isEqualTo(before);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log.tree().signedSize() > 0);
        get(registrar("registrar-a"), "graduation-files/" + fileId + "/receipt")
                .body("state", is("released"))
                .body("accepted", is(1))
                .body("checkpoint", startsWith("gongxue/enrollment\n"));
    }

    private void theUploadIsEncrypted(String fileId, int number) throws SQLException {
        var plain = "position(convert_to('" + Api.diploma(number) + "', 'UTF8') in secret) > 0";
        assertThat(count("SELECT count(*) FROM graduation_upload_row WHERE file_id = '" + fileId + "' AND " + plain))
                .isZero();
        assertThat(count("SELECT count(*) FROM log.event WHERE position(convert_to('" + Api.diploma(number)
                        + "', 'UTF8') in data) > 0"))
                .isZero();
    }

    @Test
    void theRowsToMendComeBackAsAWorkbookAndGoInOnceMended() {
        var number = student();
        var wrong = row(number);
        wrong.set(7, "106997201506");
        String fileId = upload(registrar("registrar-a"), "a.xlsx", Sheets.workbook(List.of(Sheets.HEADINGS, wrong)))
                .extract()
                .path("fileId");
        var returned = Sheets.read(registrar("registrar-a")
                .get(Api.BASE + "graduation-files/" + fileId + "/errors.xlsx")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray());
        assertThat(returned.getFirst()).endsWith("处理结果", "出错列", "原因", "改法");
        assertThat(returned.get(1)).contains("需修改", "毕业证书编号", "对照证书补齐", Api.studentNumber(number));

        var mended = new ArrayList<Object>(returned.get(1));
        mended.set(7, Api.diploma(number));
        var headings = new ArrayList<Object>(returned.getFirst());
        String second = upload(registrar("registrar-b"), "b.xlsx", Sheets.workbook(List.of(headings, mended)))
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(0))
                .extract()
                .path("fileId");
        post(registrar("registrar-a"), "graduation-files/" + second + "/release", Map.of())
                .statusCode(200)
                .body("accepted", is(1));
    }

    @Test
    void theSameFileAgainAndTheSameGraduatesByMessageAreDuplicates() {
        var number = student();
        var file = Sheets.workbook(List.of(Sheets.HEADINGS, row(number)));
        String fileId =
                upload(registrar("registrar-a"), "a.xlsx", file).extract().path("fileId");
        post(registrar("registrar-b"), "graduation-files/" + fileId + "/release", Map.of())
                .statusCode(200);
        upload(registrar("registrar-a"), "a.xlsx", file).body("accepted", is(0)).body("duplicate", is(1));
        push(EVENT, message("m-" + number, number))
                .statusCode(200)
                .body("results[0].status", is("duplicate"))
                .body("results[0].of", is("file/" + fileId + "#2"));
    }

    @Test
    void messagesAreJudgedOneByOneByTheSameCheck() {
        var good = student();
        var rounded = student();
        var roundedMessage = message("r-" + rounded, rounded);
        data(roundedMessage).put("diplomaNumber", 1.06997201506e17);
        var otherPerson = message("o-" + rounded, rounded);
        data(otherPerson).put("idNumber", People.idNumber(1));
        var foreign = message("f", good);
        foreign.put("type", "something.else");
        push(EVENTS, List.of(message("g-" + good, good), roundedMessage, otherPerson, foreign))
                .statusCode(200)
                .body("results.status", is(List.of("accepted", "refused", "refused", "refused")))
                .body("results[0].index", notNullValue())
                .body("results[1].problem.code", is("DIPLOMA_NUMBER_SCIENTIFIC"))
                .body("results[1].problem.field", is("diplomaNumber"))
                .body("results[2].problem.code", is("IDENTITY_MISMATCH"))
                .body("results[3].problem.code", is("MESSAGE_ATTRIBUTE"))
                .body("results[3].problem.field", is("type"));
        registrar("registrar-a")
                .contentType(EVENT)
                .body(message("x", good))
                .post(Api.BASE + "graduations")
                .then()
                .statusCode(403);
        machine()
                .contentType(EVENT)
                .body("[")
                .post(Api.BASE + "graduations")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsNoWorkbookIsAProblemThatSaysWhat() {
        upload(registrar("registrar-a"), "名单.csv", "姓名,学号".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("FILE_NOT_XLSX"))
                .body("detail", containsString("另存为"));
        registrar("registrar-a")
                .contentType(ContentType.MULTIPART)
                .multiPart("other", "x")
                .post(Api.BASE + "graduation-files")
                .then()
                .statusCode(422)
                .body("code", is("FILE_MISSING"));
        var template = registrar("registrar-a")
                .get(Api.BASE + "graduation-files/template.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Sheets.read(template).getFirst())
                .containsExactlyElementsOf(
                        Sheets.HEADINGS.stream().map(Object::toString).toList());
    }

    private static int student() {
        var number = PEOPLE.incrementAndGet();
        Api.enrolled(number, Api.INTAKE, "2015-03-02");
        return number;
    }

    private static List<Object> row(int number) {
        return new ArrayList<>(List.of(
                Api.person(number, "BACHELOR").get("name"),
                People.idNumber(number),
                Api.studentNumber(number),
                "专科",
                "机械设计制造及自动化",
                "2015-03-02",
                AWARDED,
                Api.diploma(number),
                8,
                8,
                "样例"));
    }

    private static Map<String, Object> message(String id, int number) {
        var data = new HashMap<String, Object>(Map.of(
                "studentNumber",
                Api.studentNumber(number),
                "idNumber",
                People.idNumber(number),
                "name",
                Api.person(number, "BACHELOR").get("name"),
                "level",
                "ASSOCIATE",
                "major",
                "机械设计制造及自动化",
                "enrolledOn",
                "2015-03-02",
                "awardedOn",
                AWARDED.toString(),
                "diplomaNumber",
                Api.diploma(number),
                "requiredCredits",
                8,
                "earnedCredits",
                8));
        return new HashMap<>(Map.of(
                "specversion", "1.0",
                "id", id,
                "source", "/partners/10699",
                "type", "org.gongxue.partner.graduation.v1",
                "data", data));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> message) {
        return (Map<String, Object>) message.get("data");
    }

    private static ValidatableResponse push(String contentType, Object body) {
        return machine()
                .contentType(contentType)
                .body(json(body))
                .post(Api.BASE + "graduations")
                .then();
    }

    private static byte[] json(Object body) {
        try {
            return new ObjectMapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse upload(RequestSpecification caller, String name, byte[] content) {
        return caller.config(UTF_8)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", name, content, XLSX)
                .post(Api.BASE + "graduation-files")
                .then();
    }

    private void update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
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
