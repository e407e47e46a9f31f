package org.gongxue.reward;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** A city for tests over HTTP: its staff, what enrollment says of it, and its callers. */
final class RewardCity {

    static final String API = "/api/reward/";
    static final LocalDate TODAY = LocalDate.of(2018, 3, 15);

    static final String TUITION = "tuition-2017";
    private static RewardCity standing;

    private final PublishedSource enrollment;
    private final PublishedSource creditBank;
    private final EventLog<Object> log;
    private @Nullable LogPeer peer;

    private RewardCity(PublishedSource enrollment, PublishedSource creditBank, EventLog<Object> log) {
        this.enrollment = enrollment;
        this.creditBank = creditBank;
        this.log = log;
    }

    /** The one city of this test run, with the tuition policy of D2 published and its fund of 2017 filled. */
    static synchronized RewardCity standing(DataSource dataSource, EventLog<Object> log) throws SQLException {
        if (standing == null) {
            standing = open(dataSource, log);
            standing.publish(RewardStory.tuitionRefund());
            standing.fund(TUITION, 2017, 100_000_000);
        }
        return standing;
    }

    private static RewardCity open(DataSource dataSource, EventLog<Object> log) throws SQLException {
        var config = ConfigProvider.getConfig();
        var url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        var kafka = config.getValue("gongxue.kafka", String.class);
        var enrollment = PublishedSource.enrollment(dataSource, url, kafka);
        var creditBank = PublishedSource.creditBank(dataSource, url, kafka);
        Runtime.getRuntime().addShutdownHook(new Thread(enrollment::close));
        Runtime.getRuntime().addShutdownHook(new Thread(creditBank::close));
        var city = new RewardCity(enrollment, creditBank, log);
        city.say("calendar/main", new DayOpened(TODAY));
        city.unit("city", List.of("city"));
        city.unit("d1", List.of("city", "d1"));
        city.unit("d2", List.of("city", "d2"));
        city.appoint("admin1", "*", StaffRole.ADMINISTRATOR);
        city.appoint("admin2", "*", StaffRole.ADMINISTRATOR);
        city.appoint("finance1", "*", StaffRole.FINANCE);
        city.appoint("finance2", "*", StaffRole.FINANCE);
        city.appoint("auditor1", "*", StaffRole.AUDITOR);
        city.appoint("officer-d1", "d1", StaffRole.UNION_OFFICER);
        city.seen(city.appoint("officer-d2", "d2", StaffRole.UNION_OFFICER));
        return city;
    }

    /** The services that were heard of show their logs over HTTP, where the reward service looks for them. */
    LogPeer provable() throws IOException {
        if (peer == null) {
            var kafka = ConfigProvider.getConfig().getValue("gongxue.kafka", String.class);
            peer = new LogPeer(Map.of(
                    "enrollment", enrollment.signed(kafka, Files.createTempDirectory("enrollment-keys")),
                    "credit-bank", creditBank.signed(kafka, Files.createTempDirectory("credit-bank-keys"))));
            System.setProperty("gongxue.enrollment-url", peer.url());
            System.setProperty("gongxue.credit-bank-url", peer.url());
        }
        return peer;
    }

    /** Lets enrollment say something. @return its index there */
    long say(String stream, Object... events) {
        return enrollment.say(stream, events);
    }

    /** Waits until the service has taken this in. */
    void seen(long index) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.nextInput("enrollment") > index);
    }

    /** A worker of a unit who signs in by the own name and left a card. */
    void works(String n, String unitId) {
        seen(say(
                "learner/" + n,
                new LearnerRegistered(
                        "learner-" + n, "token-" + n, unitId, EducationLevel.SENIOR_SECONDARY, Tokens.subject(n), "t"),
                RewardStory.card(n, 1)));
    }

    /** The credit bank says something, and the service has heard of it. */
    void bankSays(List<PublishedSource.Say> events) {
        var last = creditBank.say(events);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.nextInput("credit-bank") > last);
    }

    /** A learner who signs in by the own name, enrolls and pays tuition; with a card if told so. */
    long studies(String n, long tuitionFen, boolean card) {
        say(
                "learner/" + n,
                new LearnerRegistered(
                        "learner-" + n,
                        "token-" + n,
                        "d1",
                        EducationLevel.SENIOR_SECONDARY,
                        Tokens.subject(n),
                        "test"));
        if (card) {
            say("learner/" + n, RewardStory.card(n, 1));
        }
        return say("enrollment/" + n, RewardStory.enrolled(n), RewardStory.paid(n, tuitionFen, 0));
    }

    /** A learner studies and graduates, and the service has heard of it. */
    void graduates(String n, long tuitionFen, boolean card) {
        studies(n, tuitionFen, card);
        seen(say("enrollment/" + n, RewardStory.graduated(n)));
    }

    /** Two administrators publish a policy. */
    void publish(String document) {
        var policy = RewardStory.policy(document);
        var draft = admin("admin1").body(document).post(API + "policies").then().statusCode(201);
        admin("admin2")
                .body(Map.of("digest", draft.extract().<String>path("digest")))
                .post(API + "policies/" + policy.policyId() + "/versions/" + policy.version() + "/publication")
                .then()
                .statusCode(200);
    }

    /** Two finance officers open a fund and fill it. */
    void fund(String fundId, int year, long amountFen) {
        finance("finance1")
                .body(Map.of("fundId", fundId, "name", "样例", "year", year, "source", "样例"))
                .post(API + "funds")
                .then()
                .statusCode(201);
        appropriate(fundId, "样例〔2017〕1号", amountFen);
    }

    /** Two finance officers put money into a fund. */
    void appropriate(String fundId, String documentNumber, long amountFen) {
        var number = finance("finance1")
                .body(Map.of("documentNumber", documentNumber, "amountFen", amountFen, "on", "2017-01-05"))
                .post(API + "funds/" + fundId + "/appropriations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        finance("finance2")
                .post(API + "funds/" + fundId + "/appropriations/" + number + "/confirmation")
                .then()
                .statusCode(200);
    }

    long appoint(String user, String organization, StaffRole role) {
        return say(
                "officer/" + user,
                new OfficerAppointed(
                        user + "-" + role, Tokens.subject(user), organization, role, LocalDate.of(2015, 1, 1), null));
    }

    private void unit(String id, List<String> path) {
        say(
                "unit/" + id,
                new UnitRegistered(
                        id,
                        path.size() == 1 ? null : path.getFirst(),
                        id,
                        path.size() == 1 ? UnitLevel.CITY : UnitLevel.DISTRICT,
                        Ownership.NOT_APPLICABLE,
                        Affiliation.NONE,
                        null,
                        null,
                        path));
    }

    static RequestSpecification admin(String user) {
        return as(user, Roles.ADMINISTRATOR);
    }

    static RequestSpecification finance(String user) {
        return as(user, Roles.FINANCE);
    }

    static RequestSpecification officer(String user) {
        return as(user, Roles.UNION_OFFICER);
    }

    static RequestSpecification learner(String user) {
        return as(user, Roles.LEARNER);
    }

    static RequestSpecification auditor() {
        return as("auditor1", Roles.AUDITOR);
    }

    static RequestSpecification as(String user, String role) {
        return given().auth().oauth2(Tokens.of(user, role)).contentType(ContentType.JSON);
    }

    static ValidatableResponse fundOf(String fundId) {
        return finance("finance1")
                .get(API + "funds")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.fundId == '" + fundId + "' }");
    }
}
