package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acceptance story 2: an approved refund is owed, and paid only when the bank says so. */
@ExtendWith(WithDemoRun.class)
class OwedIsNotPaidIT {

    @Test
    void onTheLastDayOf2017TheLearnerReadsApprovedAndNotYetPaid(DemoRun run) {
        assertThat(run.ownPageWhileOwed()).contains("已批准，待拨付", "8,000.00");
    }

    @Test
    void theLearnerSeesHowTheSumIsWorkedOutAndByWhichRule(DemoRun run) {
        JsonNode mine = LookAtWhatIsOwed.entitlement(run.house(), new Cast().worker(Cast.REDUCED.getFirst()));
        assertThat(mine.path("state").asText()).isEqualTo("paid");
        assertThat(mine.path("amountFen").asLong()).isEqualTo(680_000);
        assertThat(mine.path("computation").path("terms")).isNotEmpty();
        assertThat(mine.path("conditions")).isNotEmpty().allSatisfy(condition -> {
            assertThat(condition.path("passed").asBoolean()).isTrue();
            assertThat(condition.path("article").asText()).isNotBlank();
        });
        assertThat(mine.path("attempts")).hasSize(1);
    }
}
