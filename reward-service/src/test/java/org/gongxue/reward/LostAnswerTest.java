package org.gongxue.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.finance;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.junit.jupiter.api.Test;

/** Who repeats a request after the database was lost: the topic knows that it was done, not what was answered (ADR 0024). */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class LostAnswerTest {

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @Test
    void isToldSoAndNothingIsDoneAgain() throws SQLException {
        RewardCity.standing(dataSource, log);
        var batch = finance("finance1")
                .body(Map.of("fundId", RewardCity.TUITION, "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then()
                .extract()
                .<String>path("batchId");
        discard(batch).statusCode(200).body("state", is("discarded"));
        var index = log.lastIndex();
        try (var c = dataSource.getConnection();
                var s = c.createStatement()) {
            var asRecovered = "UPDATE log.command_outcome SET answer = NULL, request_hash = NULL"
                    + " WHERE convert_from(outcome, 'UTF8')::json ->> 'lastIndex' = '" + index + "'";
            assertThat(s.executeUpdate(asRecovered)).isEqualTo(1);
        }
        discard(batch).statusCode(409).body("code", is("ANSWER_LOST"));
        assertThat(log.lastIndex()).isEqualTo(index);
    }

    private static ValidatableResponse discard(String batch) {
        return finance("finance1")
                .header("Idempotency-Key", "discard-" + batch)
                .body(Map.of("reasonCode", "MISTAKE"))
                .post(API + "batches/" + batch + "/discard")
                .then();
    }
}
