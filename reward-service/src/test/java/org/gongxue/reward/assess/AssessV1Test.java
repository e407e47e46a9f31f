package org.gongxue.reward.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.events.reward.AmountTerm;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactValue.Day;
import org.gongxue.reward.fact.FactValue.Flag;
import org.gongxue.reward.fact.FactValue.Text;
import org.gongxue.reward.fact.FactValue.Whole;
import org.junit.jupiter.api.Test;

/** Two policies through the same code: nothing of either is in Java. */
class AssessV1Test {

    private final Map<String, FactValue> facts = new HashMap<>(Map.of(
            "graduation.universityCredits", new Whole(80),
            "graduation.requiredCredits", new Whole(80),
            "graduation.examsPassed", new Flag(true),
            "graduation.stateRecognized", new Flag(true),
            "graduation.level", new Text("BACHELOR"),
            "graduation.awardedOn", new Day(LocalDate.of(2017, 11, 10)),
            "enrollment.enrolledOn", new Day(LocalDate.of(2015, 3, 20))));

    AssessV1Test() {
        tuition(800_000, 120_000, 680_000, 0);
    }

    @Test
    void theWholeTuitionActuallyPaidIsOwedAndTheSumIsWorkedOut() {
        var owed = (Assessment.Owed) tuitionRefund();
        assertThat(owed.fundId()).isEqualTo("tuition-2017");
        assertThat(owed.computation())
                .isEqualTo(new Computation(
                        List.of(new AmountTerm("tuition.paidFen", 680_000), new AmountTerm("tuition.refundedFen", 0)),
                        1,
                        1,
                        680_000,
                        680_000L,
                        680_000));
        assertThat(owed.conditions()).extracting(ConditionResult::passed).containsExactly(true, true, true);
    }

    @Test
    void everyConditionIsEvaluatedAndEveryFailureIsAReason() {
        facts.put("graduation.universityCredits", new Whole(76));
        facts.put("graduation.stateRecognized", new Flag(false));
        var refused = (Assessment.Refused) tuitionRefund();
        assertThat(refused.conditions()).extracting(ConditionResult::passed).containsExactly(false, true, false);
        assertThat(refused.reasons())
                .extracting("code", "rule", "fact", "value", "needed")
                .containsExactly(
                        tuple("CONDITION_FAILED", "学分修满", "graduation.universityCredits", "76", "80"),
                        tuple("CONDITION_FAILED", "国家承认学历", "graduation.stateRecognized", "false", "true"));
    }

    @Test
    void whatHasNotBeenHeardOfIsNamedAndNotHeldAgainstAnyone() {
        facts.keySet().removeIf(name -> name.startsWith("tuition."));
        var pending = (Assessment.Pending) tuitionRefund();
        assertThat(pending.missing())
                .containsExactlyInAnyOrder(
                        "tuition.paidFen", "tuition.refundedFen", "tuition.dueFen", "tuition.waivedFen");
    }

    @Test
    void aFailedConditionRefusesEvenWhileFactsAreMissing() {
        facts.remove("tuition.paidFen");
        facts.put("graduation.examsPassed", new Flag(false));
        assertThat(tuitionRefund()).isInstanceOf(Assessment.Refused.class);
    }

    @Test
    void moreThanWasDueIsNeverRefunded() {
        tuition(800_000, 120_000, 800_000, 0);
        var owed = (Assessment.Owed) tuitionRefund();
        assertThat(owed.computation().amountFen()).isEqualTo(680_000);
        assertThat(owed.computation().beforeCapFen()).isEqualTo(800_000);
    }

    @Test
    void whoPaidNothingIsOwedNothing() {
        tuition(800_000, 800_000, 0, 0);
        var refused = (Assessment.Refused) tuitionRefund();
        assertThat(refused.reasons()).extracting("code").containsExactly("NOTHING_OWED");
    }

    @Test
    void theInventedCityPaysHalfRoundedDownUpToItsCapFromItsOwnFund() {
        tuition(500_001, 0, 500_001, 0);
        var half = (Assessment.Owed) halfTuition();
        assertThat(half.computation().amountFen()).isEqualTo(250_000);
        assertThat(half.fundId()).isEqualTo("invented-city-education-2015");
        tuition(800_000, 0, 800_000, 0);
        assertThat(((Assessment.Owed) halfTuition()).computation().amountFen()).isEqualTo(300_000);
    }

    @Test
    void theInventedCityRefusesWhatQingdaoPays() {
        facts.put("graduation.level", new Text("ASSOCIATE"));
        assertThat(tuitionRefund()).isInstanceOf(Assessment.Owed.class);
        var refused = (Assessment.Refused) halfTuition();
        assertThat(refused.reasons())
                .extracting("rule", "value", "needed", "article")
                .containsExactly(tuple("本科毕业", "ASSOCIATE", "BACHELOR", "第三条"));
    }

    @Test
    void groupsAndTablesChooseTheAmount() {
        var table = RewardStory.halfTuition()
                .replace(
                        "\"amount\"",
                        "\"groups\": [" + group("甲", "BACHELOR") + "," + group("乙", "ASSOCIATE") + "],\"amount\"")
                .replaceAll(
                        "(?s)\"sum\".*?\"funds\"",
                        "\"table\": {\"by\": [\"group\"], \"rows\": [{\"when\": [\"甲\"], \"fen\": 7}]}}, \"funds\"");
        var owed = (Assessment.Owed) assess(table);
        assertThat(owed.group()).isEqualTo("甲");
        assertThat(owed.computation().amountFen()).isEqualTo(7);
        var noRow = table.replace("\"when\": [\"甲\"]", "\"when\": [\"乙\"]");
        assertThat(((Assessment.Refused) assess(noRow)).reasons())
                .extracting("code")
                .containsExactly("NO_AMOUNT");
        var noGroup = table.replace("\"value\": \"BACHELOR\"", "\"value\": \"NONE\"");
        assertThat(((Assessment.Refused) assess(noGroup)).reasons())
                .extracting("code")
                .containsExactly("NO_GROUP");
    }

    private static String group(String name, String level) {
        return "{\"name\": \"" + name + "\", \"when\": [{\"name\": \"层次\", \"article\": \"x\", \"fact\":"
                + " \"graduation.level\", \"comparison\": \"equals\", \"value\": \"" + level + "\"}]}";
    }

    private void tuition(long dueFen, long waivedFen, long paidFen, long refundedFen) {
        facts.put("tuition.dueFen", new Whole(dueFen));
        facts.put("tuition.waivedFen", new Whole(waivedFen));
        facts.put("tuition.paidFen", new Whole(paidFen));
        facts.put("tuition.refundedFen", new Whole(refundedFen));
        facts.put("tuition.lastPaidOn", new Day(LocalDate.of(2015, 4, 1)));
    }

    private Assessment tuitionRefund() {
        return assess(RewardStory.tuitionRefund());
    }

    private Assessment halfTuition() {
        return assess(RewardStory.halfTuition());
    }

    private Assessment assess(String document) {
        return Assessors.assess(RewardStory.policy(document), facts);
    }
}
