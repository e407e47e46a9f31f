package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.policy.PolicyEdits.byGroupAndLevel;
import static org.gongxue.reward.policy.PolicyEdits.condition;
import static org.gongxue.reward.policy.PolicyEdits.fault;
import static org.gongxue.reward.policy.PolicyEdits.json;
import static org.gongxue.reward.policy.PolicyEdits.refused;
import static org.gongxue.reward.policy.PolicyEdits.rows;
import static org.gongxue.reward.policy.PolicyEdits.set;
import static org.gongxue.reward.policy.PolicyEdits.test;
import static org.gongxue.reward.policy.PolicyEdits.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.gongxue.reward.RewardStory;
import org.junit.jupiter.api.Test;

/** A table has a row for every case that its policy leaves open, and no other. */
class AmountCheckTest {

    private static final String REWARD = RewardStory.skillReward();
    private static final List<String> LEVELS = List.of("level", "heldBefore", "heldInOccupation");
    private static final String GRANT = RewardStory.skillGrant();

    @Test
    void tableRowsAreForGroupsThatExistOnceEachAndForEveryCase() {
        refused(
                REWARD,
                policy -> rows(policy).add(json("{\"when\": [\"9\"], \"fen\": 1}")),
                "POLICY_GROUP_UNKNOWN",
                "/amount/table/rows/2",
                "9",
                "3, 8");
        refused(
                REWARD,
                policy -> rows(policy).add(json("{\"when\": [\"3\"], \"fen\": 1}")),
                "POLICY_ROW_TWICE",
                "/amount/table/rows/2",
                "3",
                "1");
        refused(REWARD, policy -> rows(policy).remove(1), "POLICY_ROW_MISSING", "/amount/table/rows", "8", "group");
        refused(
                GRANT,
                policy -> rows(policy).remove(0),
                "POLICY_ROW_MISSING",
                "/amount/table/rows",
                "SENIOR",
                "outcome.grade");
        refused(
                REWARD,
                policy -> byGroupAndLevel(policy, "{\"when\": [\"3\", \"SENIORR\"], \"fen\": 1}"),
                "POLICY_ROW_UNFIT",
                "/amount/table/rows/0",
                "SENIORR",
                "outcome.level");
    }

    @Test
    void aCaseThatAGroupExcludesNeedsNoRow() {
        Consumer<ObjectNode> levels = policy -> {
            condition(policy, "/eligibility", "等级", "outcome.level", "in", "[\"INTERMEDIATE\", \"SENIOR\"]");
            condition(policy, "/groups/1/when", "升到中级工", "outcome.level", "equals", "\"INTERMEDIATE\"");
        };
        assertThat(fault(
                        REWARD,
                        levels.andThen(policy -> byGroupAndLevel(
                                policy,
                                "{\"when\": [\"3\", \"INTERMEDIATE\"], \"fen\": 1}",
                                "{\"when\": [\"3\", \"SENIOR\"], \"fen\": 2}",
                                "{\"when\": [\"8\", \"INTERMEDIATE\"], \"fen\": 3}"))))
                .isEmpty();
        refused(
                REWARD,
                levels.andThen(policy -> byGroupAndLevel(
                        policy,
                        "{\"when\": [\"3\", \"SENIOR\"], \"fen\": 2}",
                        "{\"when\": [\"8\", \"INTERMEDIATE\"], \"fen\": 3}")),
                "POLICY_ROW_MISSING",
                "/amount/table/rows",
                "3, INTERMEDIATE",
                "group, outcome.level");
    }

    /**
     * Nobody with any level can be in a case, which takes every combination of what does not apply to find out: 3 KB of
     * policy, 728 such cases.
     */
    @Test
    void whatTakesTooLongToFindOutIsNotRefused() {
        Consumer<ObjectNode> intricate = policy -> {
            for (var i = 1; i <= 14; i++) {
                when(
                        policy,
                        "bound " + i,
                        "outcome.daysToDeposit",
                        "atMost",
                        100 + i,
                        test("levelsGained", "atLeast", i));
            }
            for (var level : LEVELS) {
                when(policy, level + " high", "contest.rank", "atLeast", 10, test(level, "notEquals", "\"NONE\""));
                when(policy, level + " low", "contest.rank", "atMost", 5, test(level, "notEquals", "\"NONE\""));
            }
            for (var i = 1; i <= 3; i++) {
                when(
                        policy,
                        "both " + i,
                        "outcome.daysToDeposit",
                        "atLeast",
                        i,
                        test("levelRank", "atLeast", i) + ", " + test("levelsGained", "atLeast", i));
            }
            set(
                    policy,
                    "/amount/table",
                    "by",
                    "[\"outcome.level\", \"outcome.heldBefore\", \"outcome.heldInOccupation\"]");
            set(policy, "/amount/table", "rows", "[{\"when\": [\"NONE\", \"NONE\", \"NONE\"], \"fen\": 1}]");
        };
        var policy = (ObjectNode) json(GRANT);
        set(policy, "", "eligibility", "[]");
        intricate.accept(policy);
        assertThat(policy.toString().length()).isLessThan(PolicyDecider.DOCUMENT_BYTES_MAX);
        var search = new Possibility();
        assertThat(PolicyCheck.fault(RewardStory.policy(policy.toString()), search))
                .isEmpty();
        assertThat(search.steps()).isEqualTo(Possibility.STEPS_MAX);
    }

    @Test
    void aCaseThatHasItsRowIsNotSearched() {
        var search = new Possibility();
        assertThat(AmountCheck.fault(RewardStory.policy(GRANT), search)).isEmpty();
        assertThat(AmountCheck.fault(RewardStory.policy(RewardStory.skillMatch()), search))
                .isEmpty();
        assertThat(search.steps()).isZero();
    }

    @Test
    void aCaseThatAnEarlierGroupTakesNeedsNoRow() {
        Consumer<ObjectNode> levels = policy -> {
            condition(policy, "/eligibility", "等级", "outcome.level", "in", "[\"INTERMEDIATE\", \"SENIOR\"]");
            set(policy, "/groups/0", "when", "[" + level("高级工", "[\"SENIOR\"]") + "]");
            set(policy, "/groups/1", "when", "[" + level("中高级工", "[\"INTERMEDIATE\", \"SENIOR\"]") + "]");
        };
        assertThat(fault(
                        REWARD,
                        levels.andThen(policy -> byGroupAndLevel(
                                policy,
                                "{\"when\": [\"3\", \"SENIOR\"], \"fen\": 2}",
                                "{\"when\": [\"8\", \"INTERMEDIATE\"], \"fen\": 3}"))))
                .isEmpty();
    }

    private static String level(String name, String levels) {
        return "{\"name\": \"" + name + "\", \"article\": \"x\", \"fact\": \"outcome.level\","
                + " \"comparison\": \"in\", \"value\": " + levels + "}";
    }
}
