package org.gongxue.creditbank;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.PublishedSource;
import org.gongxue.kit.testing.Tokens;

/** A city for tests over HTTP: its staff, what enrollment says of it, an issuer, and its callers. */
public final class CreditBankCity {

    public static final String API = "/api/credit-bank/";

    /** The issuer of {@link #certificate}; may issue skill certificates of every occupation and level. */
    public static final String ISSUER = "37021001";

    private static final AtomicInteger SERIAL = new AtomicInteger(10_000);
    private static CreditBankCity standing;

    private final PublishedSource enrollment;
    private final EventLog<Object> log;

    private CreditBankCity(PublishedSource enrollment, EventLog<Object> log) {
        this.enrollment = enrollment;
        this.log = log;
    }

    /** The one city of this test run. */
    public static synchronized CreditBankCity standing(DataSource dataSource, EventLog<Object> log)
            throws SQLException {
        if (standing == null) {
            standing = open(dataSource, log);
            registerIssuer(ISSUER, "SKILL_CERTIFICATE");
        }
        return standing;
    }

    private static CreditBankCity open(DataSource dataSource, EventLog<Object> log) throws SQLException {
        var config = ConfigProvider.getConfig();
        var enrollment = PublishedSource.enrollment(
                dataSource,
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("gongxue.kafka", String.class));
        Runtime.getRuntime().addShutdownHook(new Thread(enrollment::close));
        var city = new CreditBankCity(enrollment, log);
        city.say("calendar/main", new DayOpened(LocalDate.of(2017, 6, 1)));
        city.unit(UnitLevel.CITY, "qd");
        city.unit(UnitLevel.DISTRICT, "qd", "shinan");
        city.unit(UnitLevel.DISTRICT, "qd", "laoshan");
        city.unit(UnitLevel.GRASSROOTS, "qd", "shinan", "firm-a");
        city.unit(UnitLevel.GRASSROOTS, "qd", "laoshan", "firm-b");
        city.appoint("admin1", "*", StaffRole.ADMINISTRATOR);
        city.appoint("admin2", "qd", StaffRole.ADMINISTRATOR);
        city.appoint("admin-shinan", "shinan", StaffRole.ADMINISTRATOR);
        city.appoint("auditor1", "*", StaffRole.AUDITOR);
        city.appoint("auditor-shinan", "shinan", StaffRole.AUDITOR);
        city.appoint("officer-shinan", "shinan", StaffRole.UNION_OFFICER);
        city.appoint("officer-laoshan", "laoshan", StaffRole.UNION_OFFICER);
        city.appoint("officer-qd", "qd", StaffRole.UNION_OFFICER);
        city.seen(city.register("wang"));
        return city;
    }

    /** Lets enrollment say something. @return its index there */
    public long say(String stream, Object... events) {
        return enrollment.say(stream, events);
    }

    /** Waits until this service has taken in enrollment's events up to an index. */
    public void seen(long index) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> log.nextInput("enrollment") > index);
    }

    /** A learner of firm-a who signs in by the own id. */
    public long register(String learnerId) {
        return register(learnerId, "firm-a");
    }

    /** A learner of a unit who signs in by the own id. */
    public long register(String learnerId, String unitId) {
        return say("learner/" + learnerId, registered(learnerId, unitId));
    }

    /** Learners of firm-a named by a prefix and a number from 0. */
    public long registerMany(String prefix, int count) {
        return enrollment.say(IntStream.range(0, count)
                .mapToObj(n -> PublishedSource.Say.of("learner/" + prefix + n, registered(prefix + n, "firm-a")))
                .toList());
    }

    private static LearnerRegistered registered(String learnerId, String unitId) {
        return new LearnerRegistered(
                learnerId,
                "token-" + learnerId,
                unitId,
                EducationLevel.SENIOR_SECONDARY,
                Tokens.subject(learnerId),
                "someone");
    }

    /** An appointment since 2015. */
    public long appoint(String username, String organizationId, StaffRole role) {
        var subject = Tokens.subject(username);
        return say(
                "officer/" + subject,
                new OfficerAppointed("a-" + username, subject, organizationId, role, LocalDate.of(2015, 1, 1), null));
    }

    private void unit(UnitLevel level, String... path) {
        var id = path[path.length - 1];
        say(
                "unit/" + id,
                new UnitRegistered(
                        id,
                        path.length < 2 ? null : path[path.length - 2],
                        id + "工会（样例）",
                        level,
                        Ownership.PRIVATE,
                        Affiliation.DISTRICT,
                        null,
                        null,
                        List.of(path)));
    }

    /** Two administrators enter an issuer of every occupation for one kind, from 2010 on. */
    public static ValidatableResponse registerIssuer(String issuerCode, String kind) {
        var proposed = proposeIssuer(issuerCode, kind).statusCode(201).extract();
        return admin("admin2")
                .body(Map.of("digest", proposed.<String>path("digest")))
                .post(
                        API + "issuers/{code}/proposals/{number}/confirmation",
                        issuerCode,
                        proposed.<Integer>path("number"))
                .then()
                .statusCode(200);
    }

    /** The first administrator's part of it. */
    public static ValidatableResponse proposeIssuer(String issuerCode, String kind) {
        return admin("admin1")
                .body(Map.of(
                        "issuerCode",
                        issuerCode,
                        "name",
                        "青岛职业技能鉴定中心（样例）",
                        "scopes",
                        List.of(Map.of("kind", kind, "occupationCodes", List.of("*"))),
                        "from",
                        "2010-01-01"))
                .post(API + "issuers")
                .then();
    }

    /** A number nobody used before in this run. */
    public static int serial() {
        return SERIAL.incrementAndGet();
    }

    /** A fresh 16-digit number of a year (two digits) with a level digit. */
    public static String certificate(String year, int levelDigit) {
        return year + ISSUER + levelDigit + serial();
    }

    /** A deposit of an 电工's certificate, issued on 20 May of the year its number names. */
    public static Map<String, Object> depositBody(String learnerId, String number, String level) {
        return new HashMap<>(Map.of(
                "learnerId",
                learnerId,
                "certificateNumber",
                number,
                "occupationCode",
                "6-31-01-03",
                "occupationEdition",
                "2015",
                "occupationName",
                "电工",
                "level",
                level,
                "issuedOn",
                number.startsWith("16") ? "2016-05-20" : "2017-05-20",
                "route",
                "TRAINING"));
    }

    public static ValidatableResponse deposit(
            RequestSpecification caller, String learnerId, String number, String level) {
        return deposit(caller, depositBody(learnerId, number, level));
    }

    public static ValidatableResponse deposit(RequestSpecification caller, Map<String, Object> body) {
        return caller.body(body).post(API + "outcomes").then();
    }

    /** Asks for a conversion. */
    public static ValidatableResponse convert(RequestSpecification caller, String outcomeId, String enrollmentId) {
        return caller.body(Map.of("outcomeId", outcomeId, "enrollmentId", enrollmentId))
                .post("/api/credit-bank/conversions")
                .then();
    }

    /** Publishes the first version of a rule. */
    public static ValidatableResponse publish(RequestSpecification caller, String ruleId) {
        return caller.post("/api/credit-bank/conversion-rules/{id}/versions/1/publication", ruleId)
                .then();
    }

    public static RequestSpecification learner(String username) {
        return as(username, Roles.LEARNER);
    }

    public static RequestSpecification officer(String username) {
        return as(username, Roles.UNION_OFFICER);
    }

    public static RequestSpecification admin(String username) {
        return as(username, Roles.ADMINISTRATOR);
    }

    public static RequestSpecification as(String username, String role) {
        return given().auth().oauth2(Tokens.of(username, role)).contentType(ContentType.JSON);
    }
}
