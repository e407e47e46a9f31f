package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongxue.reward.RewardStory;
import org.junit.jupiter.api.Test;

class PolicyDifferenceTest {

    private static final String REWARD = RewardStory.skillReward();

    @Test
    void aNextVersionThatChangesNothingDiffersInNothing() {
        assertThat(differences(REWARD.replace("\"version\": 1", "\"version\": 2")))
                .isEmpty();
    }

    @Test
    void eachChangedValueIsShownAtItsPlaceByName() {
        assertThat(differences(REWARD.replace("\"fen\": 200000", "\"fen\": 300000")
                        .replace(
                                "\"year\": 2016, \"group\": \"8\", \"places\": 2000",
                                "\"year\": 2016, \"group\": \"8\", \"places\": 2500")
                        .replace("2017-12-31", "2018-12-31")
                        .replace("\"value\": 1\n", "\"value\": 2\n")))
                .containsExactly(
                        "/validity/until: \"2017-12-31\" -> \"2018-12-31\"",
                        "/eligibility/提升了技术等级/value: 1 -> 2",
                        "/amount/table/rows/3/fen: 200000 -> 300000",
                        "/quota/ceilings/2016, 8/places: 2000 -> 2500");
    }

    @Test
    void whatComesOrGoesIsShownWhole() {
        assertThat(differences(REWARD.replace("[{ \"prefix\": \"skill\" }]", "[{ \"prefix\": \"city\" }]")
                        .replace("\"code\": \"LEVEL_NOT_HIGHER\",\n", "")))
                .containsExactly(
                        "/eligibility/提升了技术等级/code: \"LEVEL_NOT_HIGHER\" -> ",
                        "/funds/from/skill: {\"prefix\":\"skill\"} -> ",
                        "/funds/from/city:  -> {\"prefix\":\"city\"}");
    }

    @Test
    void anotherOrderOfGroupsIsADifference() {
        var policy = (ObjectNode) CanonicalJson.parse(REWARD);
        var groups = (ArrayNode) policy.get("groups");
        groups.add(groups.remove(0));
        assertThat(differences(policy.toString())).containsExactly("/groups/order: [\"3\",\"8\"] -> [\"8\",\"3\"]");
    }

    @Test
    void noWhiteSpaceOrOrderOfMembersIsADifference() {
        assertThat(differences(CanonicalJson.of(REWARD))).isEmpty();
    }

    private static List<String> differences(String after) {
        return PolicyDifference.between(REWARD, after).stream()
                .map(d -> d.place() + ": " + shown(d.before()) + " -> " + shown(d.after()))
                .toList();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }
}
