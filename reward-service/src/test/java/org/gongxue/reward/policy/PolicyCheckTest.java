package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.RewardStory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot be carried out is not published, and the refusal shows the conflict. */
class PolicyCheckTest {

    private static final String REWARD = RewardStory.skillReward();
    private static final List<String> LEVELS = List.of("level", "heldBefore", "heldInOccupation");
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

    private static void refused(
            String document,
            Consumer<ObjectNode> edit,
            String code,
            String place,
            String value,
            @Nullable String needed) {
        assertThat(fault(document, edit)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(place);
            assertThat(refusal.value()).isEqualTo(value);
            if (needed != null) {
                assertThat(refusal.needed()).isEqualTo(needed);
            }
        });
    }

    private static Optional<Refusal> fault(String document, Consumer<ObjectNode> edit) {
        var policy = (ObjectNode) json(document);
        edit.accept(policy);
        return PolicyCheck.fault(RewardStory.policy(policy.toString()));
    }

    private static JsonNode json(String text) {
        return CanonicalJson.parse(text);
    }

    private static void set(ObjectNode policy, String place, String member, String value) {
        ((ObjectNode) policy.at(place)).set(member, json(value));
    }

    private static void condition(
            ObjectNode policy, String place, String name, String fact, String comparison, String value) {
        ((ArrayNode) policy.at(place))
                .add(json("{\"name\": \"" + name + "\", \"article\": \"x\", \"fact\": \"" + fact
                        + "\", \"comparison\": \"" + comparison + "\", \"value\": " + value + "}"));
    }

    private static String test(String fact, String comparison, Object value) {
        return "{\"fact\": \"outcome." + fact + "\", \"comparison\": \"" + comparison + "\", \"value\": " + value + "}";
    }

    private static void when(
            ObjectNode policy, String name, String fact, String comparison, int value, String applies) {
        condition(policy, "/eligibility", name, fact, comparison, Integer.toString(value));
        var conditions = (ArrayNode) policy.at("/eligibility");
        ((ObjectNode) conditions.get(conditions.size() - 1)).set("when", json("[" + applies + "]"));
    }

    private static ArrayNode rows(ObjectNode policy) {
        return (ArrayNode) policy.at("/amount/table/rows");
    }

    private static void byGroupAndLevel(ObjectNode policy, String... rows) {
        set(policy, "/amount/table", "by", "[\"group\", \"outcome.level\"]");
        set(policy, "/amount/table", "rows", "[" + String.join(",", rows) + "]");
    }

    private static ArrayNode ceilings(ObjectNode policy) {
        return (ArrayNode) policy.at("/quota/ceilings");
    }

    private static String payer(String prefix, int of, int in) {
        return "{\"prefix\": \"" + prefix + "\", \"share\": {\"of\": " + of + ", \"in\": " + in + "}}";
    }
}
