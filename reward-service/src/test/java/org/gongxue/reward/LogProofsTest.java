package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.testing.CheckedLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariant 8 over HTTP: whoever trusts nobody checks the log by its own checkpoints, and nobody else learns anything. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class LogProofsTest {

    private static final List<String> DOORS = List.of(
            "log/checkpoint",
            "log/checkpoint/print",
            "log/checkpoint/keys",
            "log/checkpoint/keys/history",
            "log/proofs/inclusion?index=1&size=1",
            "log/proofs/consistency?from=1&to=1");

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private final CheckedLog checked = new CheckedLog(path ->
            admin("admin1").get(API + path).then().statusCode(200).extract().asString());

    @BeforeEach
    void theCityStands() throws SQLException {
        RewardCity.standing(dataSource, log);
        long last = log.lastIndex();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.tree().signedSize() >= last);
    }

    @Test
    void everyEventIsCoveredByACheckpointThatTheLogsOwnKeySigned() {
        var checkpoint = checked.checkpoint();
        assertThat(checkpoint.service()).isEqualTo("reward");
        checked.check(checkpoint);
    }

    @Test
    void aNewKeySignsWhatFollowsAndTheLogGoesOnFromTheCheckpointBefore() {
        var before = checked.checkpoint();
        int keys = log.tree().keys().size();
        admin("admin1").post(API + "log/checkpoint/keys").then().statusCode(201);
        long last = log.lastIndex();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.tree().signedSize() >= last);
        var after = checked.checkpoint();
        checked.check(before, after);
        assertThat(log.tree().keys()).hasSize(keys + 1);
        assertThat(log.tree().checkpoint().orElseThrow()).contains("gongxue/reward/" + (keys + 1) + " ");
    }

    @Test
    void thePageToPrintHoldsTheWholeNote() {
        var page = admin("admin1")
                .get(API + "log/checkpoint/print")
                .then()
                .statusCode(200)
                .extract();
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains("gongxue/reward\n", "<svg", "日志检查点")
                .doesNotContain("<style", "style=", "<script");
    }

    @Test
    void whatNoCheckpointCoversHasNoProof() {
        long size = checked.checkpoint().size();
        admin("admin1")
                .get(API + "log/proofs/inclusion?index=1&size=" + (size + 100_000))
                .then()
                .statusCode(422);
        admin("admin1")
                .get(API + "log/proofs/inclusion?index=" + (size + 1) + "&size=" + size)
                .then()
                .statusCode(422);
        admin("admin1").get(API + "log/proofs/consistency?from=2&to=1").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"learner", "union-officer", "finance", "payee-reader"})
    void aRoleThatHasNoUseForItIsTurnedAway(String role) {
        for (var path : DOORS) {
            as("nobody-in-particular", role).get(API + path).then().statusCode(403);
            given().get(API + path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"auditor", "administrator", "registrar", "partner-university"})
    void whoeverReceivesCheckpointsReadsThem(String role) {
        for (var path : DOORS) {
            as("nobody-in-particular", role).get(API + path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"learner", "union-officer", "finance", "registrar", "partner-university", "auditor", "administrator"})
    void eventsAndKeysAreForThoseWhoAreAppointed(String role) {
        as("nobody-in-particular", role).get(API + "log/entries").then().statusCode(403);
        as("nobody-in-particular", role)
                .post(API + "log/checkpoint/keys")
                .then()
                .statusCode(403);
        given().get(API + "log/entries").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .post(API + "log/checkpoint/keys")
                .then()
                .statusCode(401);
    }
}
