package org.gongxue.reward.audit.edge;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.TestHouse;
import org.gongxue.kit.testing.Tokens;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.audit.ReplayJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replays as auditors meet them: the real service, its real topic, and the process that is really started. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class ReplayResourceTest {

    private static final String REPLAYS = "/api/reward/audit/replays";
    private static final String AUDITOR = "auditor-of-replays";

    private static final int FEN = (int) AuditedCity.TUITION_FEN;

    private static SignInStandIn signIn;
    private static AuditedCity city;

    @Inject
    EventLog<Object> log;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void thereIsACityToAudit() throws IOException {
        if (signIn != null) {
            return;
        }
        signIn = new SignInStandIn();
        System.setProperty("gongxue.oidc-url", signIn.realm());
        System.setProperty("gongxue.reward-url", "http://127.0.0.1:" + RestAssured.port);
        System.setProperty("gongxue.replay-client-secret", "the-secret");
        city = new AuditedCity(log, dataSource);
        city.appoint(AUDITOR, StaffRole.AUDITOR);
        city.live();
    }

    @AfterEach
    void nothingRuns() {
        List<String> running = auditor().get(REPLAYS).path("items.findAll { it.state == 'running' }.replayId");
        running.forEach(id -> auditor().delete(REPLAYS + "/{id}", id));
    }

    @Test
    void theLiveLedgerIsIdenticalWithItsTopicAndTheReportStandsInTheLog() throws SQLException {
        var id = started(Map.of("mode", "fold"));
        var replay = ended(id)
                .body("state", is("finished"))
                .body("verdict", is("identical"))
                .body("differences", is(List.of()))
                .body("gaps", is(List.of()))
                .body("eventsPerSecond", greaterThan(0))
                .body(fund("appropriatedFen"), is((int) AuditedCity.APPROPRIATED_FEN))
                .body(fund("payableFen"), is(2 * FEN))
                .body(fund("inTransitFen"), is(FEN))
                .body(fund("paidFen"), is(FEN))
                .body(fund("returnedFen"), is(FEN))
                .body(fund("availableFen"), is(FEN))
                .body("confirmedPayments", greaterThan(0))
                .body("finishedAt", notNullValue())
                .extract();
        long index = replay.jsonPath().getLong("index");
        long logIndex = replay.jsonPath().getLong("logIndex");

        assertThat(replay.jsonPath().getLong("eventsRead")).isEqualTo(index);
        assertThat(logIndex).isGreaterThan(index);
        var report = auditor()
                .get(REPLAYS + "/{id}/report", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(ReplayJson.digest(new String(report, UTF_8))).isEqualTo(replay.path("digest"));
        assertThat(eventData(logIndex))
                .contains("\"replayId\":\"" + id + "\"", "\"verdict\":\"identical\"", replay.path("digest"));
    }

    @Test
    void oneReplayAfterAnotherIsNotDisturbedByTheFirstOnesReport() {
        ended(started(Map.of("mode", "fold"))).body("verdict", is("identical"));
        ended(started(Map.of("mode", "fold", "asOf", "2017-12-31")))
                .body("verdict", is("identical"))
                .body("asOf", is("2017-12-31"));
    }

    @Test
    void everyDecisionOfTheLiveServiceIsMadeAgainAsItWas() {
        ended(started(Map.of("mode", "re-decide")))
                .body("state", is("finished"))
                .body("differences", is(List.of()))
                .body("decided.inputs", greaterThan(20))
                .body("decided.commands", greaterThan(10))
                .body("decided.inputsMissing", greaterThan(20))
                .body("verdict", is("incomplete")); // the city speaks for itself: no topic holds what it says
    }

    @Test
    void theLogIsVerifiedAndATreeIsWorkedOut() {
        var replay = ended(started(Map.of("mode", "verify")))
                .body("verdict", is("identical"))
                .body("tree.root", notNullValue())
                .extract()
                .jsonPath();
        assertThat(replay.getLong("tree.size")).isEqualTo(replay.getLong("index"));
    }

    @Test
    void anotherPolicyIsTriedOverTheHistory() throws IOException {
        var half = new ObjectMapper().readTree(RewardStory.halfTuition().replace("2015-01-01", "2005-01-01"));
        ended(started(Map.of("mode", "what-if", "whatIf", Map.of("document", half, "insteadOf", "audited-refund"))))
                .body("verdict", is("identical"))
                .body("whatIf.entitlements", is(5))
                .body("whatIf.beforeFen", is(4 * FEN))
                .body("whatIf.afterFen", is(4 * 300_000))
                .body("whatIf.differenceFen", is(4 * (300_000 - FEN)))
                .body("whatIf.learners.size()", is(4));
    }

    @Test
    void aPartThatDoesNotGoWithTheModeIsNamed() {
        refused(Map.of("mode", "re-decide", "asOf", "2017-12-31"), "REPLAY_PART_NOT_HERE", "asOf");
        refused(Map.of("mode", "verify", "asKnownOn", "2017-12-31"), "REPLAY_PART_NOT_HERE", "asKnownOn");
        refused(Map.of("mode", "what-if"), "REPLAY_POLICY_MISSING", "whatIf");
        refused(
                Map.of("mode", "verify", "checkpoint", Map.of("note", "no note", "verifierKey", "no key")),
                "CHECKPOINT_UNREADABLE",
                "checkpoint");
        refused(
                Map.of("mode", "what-if", "whatIf", Map.of("document", Map.of("policyId", 1), "insteadOf", "p")),
                "POLICY_MISSHAPEN",
                null);
    }

    private static void refused(Map<String, ?> request, String code, String field) {
        var answer =
                auditor().body(request).post(REPLAYS).then().statusCode(422).body("code", is(code));
        if (field != null) {
            answer.body("field", is(field));
        }
    }

    @Test
    void anAmountThatWasChangedInTheLiveDatabaseIsNamed() throws SQLException {
        var id = city.owed();
        setAmount(id, AuditedCity.TUITION_FEN + 1);
        try {
            ended(started(Map.of("mode", "fold")))
                    .body("verdict", is("different"))
                    .body("differenceCount", is(1))
                    .body("differences[0].what", is("entitlement/" + id + " amountFen"))
                    .body("differences[0].index", greaterThan(0))
                    .body("differences[0].live", is(Long.toString(AuditedCity.TUITION_FEN + 1)))
                    .body("differences[0].replayed", is(Long.toString(AuditedCity.TUITION_FEN)));
        } finally {
            setAmount(id, AuditedCity.TUITION_FEN);
        }
    }

    @Test
    void whoIsNoAppointedAuditorIsTurnedAway() {
        given().contentType(ContentType.JSON)
                .body(Map.of("mode", "fold"))
                .post(REPLAYS)
                .then()
                .statusCode(401);
        as("city-maker", Roles.FINANCE).get(REPLAYS).then().statusCode(403);
        as("auditor-by-token-alone", Roles.AUDITOR)
                .body(Map.of("mode", "fold"))
                .post(REPLAYS)
                .then()
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));

        city.appoint("auditor-for-a-while", StaffRole.AUDITOR);
        as("auditor-for-a-while", Roles.AUDITOR).get(REPLAYS).then().statusCode(200);
        city.say(new OfficerDismissed(
                "auditor-for-a-while-AUDITOR", Tokens.subject("auditor-for-a-while"), LocalDate.of(2016, 1, 1)));
        as("auditor-for-a-while", Roles.AUDITOR).get(REPLAYS).then().statusCode(403);
        as("auditor-for-a-while", Roles.AUDITOR)
                .accept("text/event-stream")
                .get(REPLAYS + "/{id}/progress", "none")
                .then()
                .statusCode(403);
    }

    @Test
    void oneReplayRunsAtATimeKnowsNoDatabaseAndCanBeStopped() throws IOException {
        signIn.close();
        try {
            var id = started(Map.of("mode", "fold"));
            var process = Awaitility.await().until(ReplayResourceTest::replayProcess, found -> found.size() == 1);
            assertThat(environment(process.getFirst()))
                    .allSatisfy(variable -> assertThat(variable)
                            .startsWith("GONGXUE_")
                            .doesNotContainIgnoringCase("jdbc")
                            .doesNotContain("_DB_"))
                    .hasSize(4);
            auditor()
                    .body(Map.of("mode", "fold"))
                    .post(REPLAYS)
                    .then()
                    .statusCode(409)
                    .body("code", is("REPLAY_RUNNING"))
                    .body("value", is(id));

            auditor().delete(REPLAYS + "/{id}", id).then().statusCode(200).body("state", is("canceled"));

            Awaitility.await().until(() -> !process.getFirst().isAlive());
            auditor().get(REPLAYS + "/{id}", id).then().body("state", is("canceled"));
            auditor().delete(REPLAYS + "/{id}", id).then().statusCode(409).body("code", is("REPLAY_NOT_RUNNING"));
        } finally {
            signIn.open();
        }
    }

    @Test
    void whoWatchesSeesProgressAndTheEndAndWhoComesLateSeesTheEndAtOnce() {
        var id = started(Map.of("mode", "fold"));

        var watched = events(id);
        var late = events(id);

        assertThat(watched)
                .contains("event:progress")
                .contains("event:finished")
                .contains("\"identical\"");
        assertThat(late).doesNotContain("event:progress").contains("event:finished");
    }

    @Test
    void theSameKeyIsTheSameReplay() {
        var key = UUID.randomUUID().toString();
        var first = auditor()
                .header("Idempotency-Key", key)
                .body(Map.of("mode", "fold"))
                .post(REPLAYS);
        var again = auditor()
                .header("Idempotency-Key", key)
                .body(Map.of("mode", "fold"))
                .post(REPLAYS);

        assertThat(again.<String>path("replayId")).isEqualTo(first.path("replayId"));
        auditor()
                .header("Idempotency-Key", key)
                .body(Map.of("mode", "fold", "asOf", "2017-12-31"))
                .post(REPLAYS)
                .then()
                .statusCode(409)
                .body("code", is("IDEMPOTENCY_KEY_REUSED"));
        ended(first.path("replayId"));
    }

    @Test
    void aReplayWhoseServiceDiedIsShownAsFailed() throws SQLException {
        var id = "R-" + UUID.randomUUID();
        var longAgo = Timestamp.from(Instant.now().minus(ReplayRuns.SILENCE_MAX).minusSeconds(1));
        try (var c = dataSource.getConnection();
                var insert = c.prepareStatement("""
                        insert into replay_run (replay_id, mode, state, asked_by, started_at, heard_at, events_read,
                            events_total, events_per_second) values (?, 'FOLD', 'RUNNING', 'x', ?, ?, 0, 0, 0)
                        """)) {
            insert.setString(1, id);
            insert.setTimestamp(2, longAgo);
            insert.setTimestamp(3, longAgo);
            insert.executeUpdate();
        }

        auditor()
                .get(REPLAYS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("state", is("failed"))
                .body("failure", is("the service that ran it was stopped"));
    }

    @Test
    void aMistakeIsNamedAndNeverOurFault() {
        auditor()
                .body(Map.of("mode", "guess"))
                .post(REPLAYS)
                .then()
                .statusCode(400)
                .body("field", is("mode"));
        auditor()
                .body(Map.of("mode", "fold", "asOf", "2017-13-45"))
                .post(REPLAYS)
                .then()
                .statusCode(400)
                .body("field", is("asOf"));
        auditor().get(REPLAYS + "/none").then().statusCode(404);
        auditor().get(REPLAYS + "/none/report").then().statusCode(404);
        auditor().delete(REPLAYS + "/none").then().statusCode(404);
        auditor()
                .accept("text/event-stream")
                .get(REPLAYS + "/none/progress")
                .then()
                .statusCode(404);
    }

    private static String fund(String balance) {
        return "funds.find { it.fundId == '" + AuditedCity.FUND + "' }." + balance;
    }

    private static String started(Map<String, ?> request) {
        return auditor()
                .body(request)
                .post(REPLAYS)
                .then()
                .statusCode(201)
                .body("state", is("running"))
                .extract()
                .path("replayId");
    }

    private static ValidatableResponse ended(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !auditor().get(REPLAYS + "/{id}", id).path("state").equals("running"));
        return auditor().get(REPLAYS + "/{id}", id).then().statusCode(200);
    }

    /** The events of a replay until its end. */
    private static String events(String id) {
        return auditor()
                .accept("text/event-stream")
                .get(REPLAYS + "/{id}/progress", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification auditor() {
        return as(AUDITOR, Roles.AUDITOR);
    }

    private static RequestSpecification as(String username, String role) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Tokens.of(username, role))
                .header("Accept-Language", "en");
    }

    private static List<ProcessHandle> replayProcess() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.info().command().orElse("").endsWith("/java"))
                .toList();
    }

    private static List<String> environment(ProcessHandle process) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), US_ASCII);
        return new ArrayList<>(List.of(text.split("\0")));
    }

    private void setAmount(String entitlementId, long fen) throws SQLException {
        try (var c = dataSource.getConnection();
                var update = c.prepareStatement("update entitlement set amount_fen = ? where entitlement_id = ?")) {
            update.setLong(1, fen);
            update.setString(2, entitlementId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private String eventData(long index) throws SQLException {
        try (var c = dataSource.getConnection();
                var select = c.prepareStatement("select data from log.event where index = ?")) {
            select.setLong(1, index);
            try (var rows = select.executeQuery()) {
                rows.next();
                return new String(rows.getBytes(1), UTF_8);
            }
        }
    }
}
