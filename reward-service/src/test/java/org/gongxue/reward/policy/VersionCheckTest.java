package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.SkillStory.cellPlaces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.policy.PolicyCommand.PolicyAnswer;
import org.junit.jupiter.api.Test;

/** A rule changes within a year: the next version stands beside the published one, and no fact is paid twice. */
class VersionCheckTest {

    private static final String FIRST = SkillStory.places().replace("2020-12-31", "2018-12-31");
    private static final String SECOND = FIRST.replace("\"version\": 1", "\"version\": 2")
            .replace("2017-01-01", "2019-01-01")
            .replace("2018-12-31", "2019-12-31");

    private final SkillStory story = SkillStory.of(FIRST);

    @Test
    void theNextVersionWithTheSameKeysAndPlacesIsWelcome() {
        welcome(SECOND);
    }

    @Test
    void windowsGoByTheSameDateInEveryVersion() {
        refused(
                SECOND.replace("\"by\": \"outcome.issuedOn\"", "\"by\": \"outcome.depositedOn\""),
                "POLICY_WINDOW_BY_DIFFERS",
                "/validity/by",
                "outcome.depositedOn",
                "version 1: outcome.issuedOn");
    }

    @Test
    void anotherSourceEventIsNoWayAround() {
        var graduations = (ObjectNode) CanonicalJson.parse(RewardStory.tuitionRefund());
        graduations.put("policyId", SkillStory.POLICY).put("version", 2);
        refused(
                graduations.toString(),
                "POLICY_WINDOW_BY_DIFFERS",
                "/validity/by",
                "graduation.awardedOn",
                "version 1: outcome.issuedOn");
    }

    @Test
    void businessKeysAreTheSameInEveryVersion() {
        refused(
                SECOND.replace("\"outcome.occupationCode\", \"outcome.level\"]", "\"outcome.level\"]"),
                "POLICY_KEYS_DIFFER",
                "/businessKeys",
                "learner.learnerId + outcome.level",
                "version 1: learner.learnerId + outcome.occupationCode + outcome.level");
    }

    @Test
    void thePlacesOfAYearAreDividedInOneWay() {
        refused(
                SECOND.replace("unit.memberUnitId", "learner.unitId"),
                "POLICY_QUOTA_DIFFERS",
                "/quota/unitBy",
                "learner.unitId",
                "version 1: unit.memberUnitId");
        refused(
                SECOND.replace("    \"unitBy\": \"unit.memberUnitId\",\n", ""),
                "POLICY_QUOTA_DIFFERS",
                "/quota/unitBy",
                "*",
                "version 1: unit.memberUnitId");
        refused(
                SECOND.replace("outcome.depositedOn", "outcome.issuedOn"),
                "POLICY_QUOTA_DIFFERS",
                "/quota/yearBy",
                "outcome.issuedOn",
                "version 1: outcome.depositedOn");
        refused(
                SECOND.replace("\"upper\"", "\"top\""),
                "POLICY_QUOTA_DIFFERS",
                "/quota/ceilings",
                "lower, top",
                "version 1: lower, upper");
    }

    @Test
    void placesOfOtherYearsMayBeDividedOtherwise() {
        welcome(SECOND.replace("unit.memberUnitId", "learner.unitId")
                .replace("\"year\": 2018", "\"year\": 2020")
                .replace("\"year\": 2019", "\"year\": 2021"));
    }

    @Test
    void aCeilingIsNotBelowWhatIsAllotted() {
        story.allot(2018, cellPlaces("d1", "lower", 3), cellPlaces("d2", "lower", 2));
        var ceiling = "{ \"year\": 2018, \"group\": \"lower\", \"places\": ";
        assertThat(SECOND).contains(ceiling + "6");
        refused(
                SECOND.replace(ceiling + "6", ceiling + "4"),
                "POLICY_CEILING_BELOW_ALLOTTED",
                "/quota/ceilings/1",
                "4",
                ">= 5");
        welcome(SECOND.replace(ceiling + "6", ceiling + "5"));
    }

    @Test
    void whatWasProposedBeforeIsCheckedAgainWhenItIsPublished() {
        var keys = SECOND.replace("\"outcome.occupationCode\", \"outcome.level\"]", "\"outcome.level\"]");
        var empty = RewardStory.staffed().givenCommands(RewardStory.propose(keys));
        RewardStory.publish(empty, FIRST)
                .by(RewardStory.CHECKER)
                .when(RewardStory.publication(keys))
                .thenRefused("POLICY_KEYS_DIFFER");
    }

    private void welcome(String document) {
        assertThat(story.log()
                        .when(RewardStory.propose(document))
                        .answer(PolicyAnswer.class)
                        .state())
                .isEqualTo("draft");
    }

    private void refused(String document, String code, String place, String value, String needed) {
        story.log().when(RewardStory.propose(document)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(place);
            assertThat(refusal.value()).isEqualTo(value);
            assertThat(refusal.needed()).isEqualTo(needed);
        });
    }
}
