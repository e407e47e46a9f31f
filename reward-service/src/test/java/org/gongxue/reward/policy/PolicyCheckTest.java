package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.policy.PolicyEdits.ceilings;
import static org.gongxue.reward.policy.PolicyEdits.condition;
import static org.gongxue.reward.policy.PolicyEdits.fault;
import static org.gongxue.reward.policy.PolicyEdits.json;
import static org.gongxue.reward.policy.PolicyEdits.payer;
import static org.gongxue.reward.policy.PolicyEdits.refused;
import static org.gongxue.reward.policy.PolicyEdits.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.gongxue.reward.RewardStory;
import org.junit.jupiter.api.Test;

/** What cannot be carried out is not published, and the refusal shows the conflict. */
class PolicyCheckTest {

    private static final String REWARD = RewardStory.skillReward();
    private static final String GRANT = RewardStory.skillGrant();

    @Test
    void thePoliciesInTheRepositoryCanBeCarriedOut() {
        for (var document : List.of(
                REWARD, GRANT, RewardStory.tuitionRefund(), RewardStory.halfTuition(), RewardStory.skillMatch())) {
            assertThat(fault(document, _ -> {})).isEmpty();
        }
    }

    @Test
    void conditionsThatNobodyCanPassAreShownSideBySide() {
        refused(
                REWARD,
                policy -> condition(policy, "/eligibility", "没有提升", "outcome.levelsGained", "atMost", "0"),
                "POLICY_CONTRADICTION",
                "/eligibility",
                "提升了技术等级: atLeast 1; 没有提升: atMost 0",
                "outcome.levelsGained");
    }

    @Test
    void aGroupWhoseOwnConditionsExcludeEachOtherIsRefused() {
        refused(
                REWARD,
                policy -> condition(policy, "/groups/1/when", "又是高级工", "outcome.heldBeforeRank", "atLeast", "4"),
                "POLICY_CONTRADICTION",
                "/groups/1/when",
                "原无等级或为初级工: in [NONE, APPRENTICE, BEGINNER]; 又是高级工: atLeast 4",
                "outcome.heldBefore, outcome.heldBeforeRank");
    }

    @Test
    void aGroupThatNobodyWhoPassesCanBeInIsRefused() {
        refused(
                REWARD,
                policy -> condition(policy, "/eligibility", "无等级", "outcome.heldBefore", "equals", "\"NONE\""),
                "POLICY_GROUP_EMPTY",
                "/groups/0",
                "无等级: equals NONE; 原有中级工以上等级: notIn [NONE, APPRENTICE, BEGINNER]",
                "3");
    }

    @Test
    void aGroupThatEarlierOnesTakeWholeIsRefused() {
        Consumer<ObjectNode> third = policy -> ((ArrayNode) policy.get("groups"))
                .add(json("{\"name\": \"高级工\", \"when\": [{\"name\": \"高级工\", \"article\": \"x\", \"fact\":"
                        + " \"outcome.heldBefore\", \"comparison\": \"equals\", \"value\": \"SENIOR\"}]}"));
        refused(REWARD, third, "POLICY_GROUP_SHADOWED", "/groups/2", "高级工", "3");
        Consumer<ObjectNode> everybody = policy -> ((ArrayNode) policy.get("groups"))
                .add(json("{\"name\": \"其他\", \"when\": [{\"name\": \"竞赛\", \"article\": \"x\", \"fact\":"
                        + " \"outcome.route\", \"comparison\": \"equals\", \"value\": \"CONTEST\"}]}"));
        refused(REWARD, everybody, "POLICY_GROUP_SHADOWED", "/groups/2", "其他", "3; 8");
    }

    @Test
    void aQuotaHasACeilingForEveryGroupOfEveryYearAndForNoOther() {
        refused(REWARD, policy -> ceilings(policy).removeAll(), "POLICY_QUOTA_UNBOUNDED", "/quota/ceilings", "0", "1");
        refused(
                REWARD,
                policy -> ceilings(policy).add(json("{\"year\": 2018, \"group\": \"9\", \"places\": 1}")),
                "POLICY_GROUP_UNKNOWN",
                "/quota/ceilings/6",
                "9",
                "3, 8");
        refused(
                REWARD,
                policy -> ceilings(policy).add(json("{\"year\": 2018, \"places\": 1}")),
                "POLICY_GROUP_UNKNOWN",
                "/quota/ceilings/6",
                "*",
                "3, 8");
        refused(
                REWARD,
                policy -> ceilings(policy).add(json("{\"year\": 2017, \"group\": \"3\", \"places\": 1}")),
                "POLICY_CEILING_TWICE",
                "/quota/ceilings/6",
                "2017, 3",
                "1");
        refused(
                REWARD,
                policy -> ceilings(policy).remove(3),
                "POLICY_CEILING_MISSING",
                "/quota/ceilings",
                "2016, 8",
                "0 …");
        refused(
                REWARD,
                policy -> {
                    set(policy, "/quota", "yearBy", "\"outcome.issuedOn\"");
                    set(policy, "/validity", "until", "\"2018-12-31\"");
                },
                "POLICY_CEILING_MISSING",
                "/quota/ceilings",
                "2018, 3",
                "0 …");
    }

    @Test
    void theCellOfAQuotaIsKnownAtOnce() {
        refused(
                REWARD,
                policy -> set(policy, "/quota", "yearBy", "\"outcome.route\""),
                "POLICY_FACT_TYPE",
                "/quota/yearBy",
                "outcome.route",
                "DAY");
        refused(
                RewardStory.tuitionRefund(),
                policy -> policy.set(
                        "quota",
                        json("{\"yearBy\": \"tuition.lastPaidOn\", \"ceilings\": [{\"year\": 2017, \"places\": 1}]}")),
                "POLICY_FACT_TOO_LATE",
                "/quota/yearBy",
                "tuition.lastPaidOn",
                "graduation-confirmed");
        refused(
                REWARD,
                policy -> set(policy, "/quota", "unitBy", "\"outcome.occupationCode\""),
                "POLICY_UNIT_UNFIT",
                "/quota/unitBy",
                "outcome.occupationCode",
                "[learner.unitId, unit.memberUnitId]");
        refused(
                REWARD,
                policy -> set(policy, "/quota", "unitBy", "\"outcome.heldBefore\""),
                "POLICY_FACT_TOO_LATE",
                "/quota/unitBy",
                "outcome.heldBefore",
                "outcome-judged");
    }

    @Test
    void theSharesOfTheFundsComeToTheWhole() {
        refused(
                REWARD,
                policy -> set(policy, "/funds", "from", "[" + payer("a", 3, 5) + "," + payer("b", 1, 3) + "]"),
                "POLICY_SHARES",
                "/funds/from",
                "3/5 + 1/3 = 14/15",
                "1");
        refused(
                REWARD,
                policy -> set(policy, "/funds", "from", "[" + payer("a", 1, 1) + "," + payer("b", 1, 10_000) + "]"),
                "POLICY_SHARES",
                "/funds/from",
                "1/1 + 1/10000 = 10001/10000",
                "1");
        refused(
                REWARD,
                policy -> set(policy, "/funds", "from", "[" + payer("a", 1, 2) + "," + payer("a", 1, 2) + "]"),
                "POLICY_FUND_TWICE",
                "/funds/from",
                "a",
                "1");
        assertThat(fault(
                        REWARD,
                        policy -> set(
                                policy,
                                "/funds",
                                "from",
                                "[" + payer("a", 1, 2) + "," + payer("b", 1, 3) + "," + payer("c", 1, 6) + "]")))
                .isEmpty();
    }

    @Test
    void factsBelongToTheSourceAndWordsToTheirFacts() {
        refused(
                REWARD,
                policy -> condition(policy, "/eligibility", "学费", "tuition.paidFen", "atLeast", "1"),
                "POLICY_FACT_NEVER",
                "/eligibility/3/fact",
                "tuition.paidFen",
                "outcome-judged");
        refused(
                REWARD,
                policy -> set(policy, "/eligibility/2", "value", "[\"PRIVAT\"]"),
                "POLICY_WORD_UNKNOWN",
                "/eligibility/2/value",
                "PRIVAT",
                "STATE, COLLECTIVE, PRIVATE, FOREIGN, MIXED, INDIVIDUAL, NOT_APPLICABLE");
        refused(
                REWARD,
                policy -> set(policy, "/eligibility/2/when/0", "value", "[\"DISTRICTS\"]"),
                "POLICY_WORD_UNKNOWN",
                "/eligibility/2/when/0/value",
                "DISTRICTS",
                "CITY, DISTRICT, FUNCTIONAL_ZONE, MUNICIPAL_UNIT, GRASSROOTS");
        refused(
                REWARD,
                policy -> set(policy, "/eligibility/2/when/0", "fact", "\"unit.memberLevel\""),
                "POLICY_FACT_UNKNOWN",
                "/eligibility/2/when/0/fact",
                "unit.memberLevel",
                "unit.ownership, unit.affiliation, unit.level, unit.memberUnitId, unit.memberUnitLevel");
        refused(
                REWARD,
                policy -> set(policy, "/eligibility/1", "code", "\"DUPLICATE\""),
                "POLICY_CODE_RESERVED",
                "/eligibility/1/code",
                "DUPLICATE",
                null);
    }

    @Test
    void aBusinessKeyStandsOnce() {
        refused(
                REWARD,
                policy -> set(policy, "", "businessKeys", "[[\"learner.learnerId\", \"learner.learnerId\"]]"),
                "POLICY_KEY_TWICE",
                "/businessKeys/0",
                "learner.learnerId + learner.learnerId",
                "1");
    }
}
