package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.policy.PolicyCommand.PolicyAnswer;
import org.gongxue.reward.policy.PolicyCommand.PublishPolicy;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final String ID = "qingdao-tuition-refund";
    private final String document = RewardStory.tuitionRefund();
    private final String canonical = CanonicalJson.of(document);
    private final String digest = CanonicalJson.digest(canonical);

    @Test
    void aProposedPolicyIsKeptAsItsExactCanonicalText() {
        RewardStory.staffed()
                .when(RewardStory.propose(document))
                .then(new PolicyProposed(ID, 1, canonical, digest, "maker"));
    }

    @Test
    void anotherPersonPublishesWhatWasProposedAndItsSourceEventFindsIt() {
        var policy = RewardStory.policy(document);
        RewardStory.staffed()
                .givenCommands(RewardStory.propose(document))
                .by(RewardStory.CHECKER)
                .when(new PublishPolicy(ID, 1, digest))
                .then(
                        new PolicyPublished(ID, 1, digest, "checker"),
                        new PolicyListed(
                                "graduation-confirmed",
                                ID,
                                1,
                                "graduation.awardedOn",
                                policy.validity().from(),
                                policy.validity().until()));
    }

    @Test
    void theMakerDoesNotPublish() {
        RewardStory.staffed()
                .givenCommands(RewardStory.propose(document))
                .when(new PublishPolicy(ID, 1, digest))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void aDraftThatWasChangedAfterTheCheckerLookedIsNotPublished() {
        RewardStory.staffed()
                .givenCommands(RewardStory.propose(document))
                .givenCommands(RewardStory.propose(document.replace("2018-12-31", "2019-12-31")))
                .by(RewardStory.CHECKER)
                .when(new PublishPolicy(ID, 1, digest))
                .thenRefused("POLICY_CHANGED");
    }

    @Test
    void anAdministratorOfOneDistrictIsNoneOfTheWholeUnionButOneAtItsRootIs() {
        RewardStory.staffed()
                .givenReceived("enrollment", "officer/o", administrator("below", "d1"), administrator("top", "city"))
                .by("user:below")
                .when(RewardStory.propose(document))
                .thenRefused("NOT_APPOINTED");
        RewardStory.staffed()
                .givenReceived("enrollment", "officer/o", administrator("below", "d1"), administrator("top", "city"))
                .by("user:top")
                .when(RewardStory.propose(document))
                .then(new PolicyProposed(ID, 1, canonical, digest, "top"));
    }

    private static OfficerAppointed administrator(String subject, String organization) {
        return new OfficerAppointed(
                "a-" + subject, subject, organization, StaffRole.ADMINISTRATOR, LocalDate.of(2015, 1, 1), null);
    }

    @Test
    void whoHoldsNoOfficeProposesNothing() {
        RewardStory.staffed()
                .by(RewardStory.STRANGER)
                .when(RewardStory.propose(document))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void aDraftMayBeProposedAgainButAPublishedVersionStands() {
        var renamed = document.replace("全额报销", "全额报销（修订）");
        RewardStory.staffed()
                .givenCommands(RewardStory.propose(document))
                .when(RewardStory.propose(renamed))
                .answer(PolicyAnswer.class);
        RewardStory.withTuitionRefund().when(RewardStory.propose(renamed)).thenRefused("POLICY_PUBLISHED");
    }

    @Test
    void layoutDoesNotChangeTheDigest() {
        assertThat(CanonicalJson.of("{ \"b\" : 1,\n \"a\": [true] }")).isEqualTo("{\"a\":[true],\"b\":1}");
        assertThat(CanonicalJson.of(document.replace("\n", " \n "))).isEqualTo(canonical);
    }

    @Test
    void fractionsAndRepeatedMembersAreNotRead() {
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":1.5}")).isInstanceOf(PolicyUnreadableException.class);
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":1,\"a\":2}")).isInstanceOf(PolicyUnreadableException.class);
        assertThatThrownBy(() -> CanonicalJson.of("{} {}")).isInstanceOf(PolicyUnreadableException.class);
    }

    @Test
    void anOverlappingWindowIsRefusedWithTheOtherOneShown() {
        var second = document.replace("\"version\": 1", "\"version\": 2").replace("2015-03-01", "2017-06-01");
        RewardStory.withTuitionRefund().when(RewardStory.propose(second)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("POLICY_WINDOWS_OVERLAP");
            assertThat(refusal.needed()).isEqualTo("version 1: 2015-03-01/2018-12-31");
        });
    }

    @Test
    void aFollowingWindowIsWelcome() {
        var second = document.replace("\"version\": 1", "\"version\": 2")
                .replace("2015-03-01", "2019-01-01")
                .replace("2018-12-31", "2019-12-31");
        assertThat(RewardStory.withTuitionRefund()
                        .when(RewardStory.propose(second))
                        .answer(PolicyAnswer.class)
                        .state())
                .isEqualTo("draft");
    }

    @Test
    void conditionsThatNobodyCanPassAreRefusedWithBothShown() {
        var contradictory = document.replace(
                "\"comparison\": \"isTrue\"\n    },\n    {\n      \"name\": \"国家承认学历\"",
                "\"comparison\": \"isTrue\"\n    },\n    {\"name\": \"考试不合格\", \"article\": \"x\","
                        + " \"fact\": \"graduation.examsPassed\", \"comparison\": \"isFalse\"},\n    {\n      \"name\": \"国家承认学历\"");
        RewardStory.staffed().when(RewardStory.propose(contradictory)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("POLICY_CONTRADICTION");
            assertThat(refusal.value()).isEqualTo("考试合格: isTrue; 考试不合格: isFalse");
            assertThat(refusal.needed()).isEqualTo("graduation.examsPassed");
        });
    }

    @Test
    void anAmountWithoutABoundIsRefused() {
        var start = document.indexOf(",\n    \"cap\"");
        var unbounded = document.substring(0, start) + document.substring(document.indexOf("\n  },\n  \"funds\""));
        RewardStory.staffed().when(RewardStory.propose(unbounded)).thenRefused("POLICY_AMOUNT_UNBOUNDED");
    }

    @Test
    void factsThatNobodyKnowsOrThatComeTooLateAreRefused() {
        RewardStory.staffed()
                .when(RewardStory.propose(document.replace("graduation.examsPassed", "graduation.examsPased")))
                .thenRefused(refusal -> {
                    assertThat(refusal.code()).isEqualTo("POLICY_FACT_UNKNOWN");
                    assertThat(refusal.field()).isEqualTo("/eligibility/1/fact");
                    assertThat(refusal.value()).isEqualTo("graduation.examsPased");
                });
        RewardStory.staffed()
                .when(RewardStory.propose(
                        document.replace("[\"graduation.diplomaToken\"]", "[\"tuition.lastPaidOn\"]")))
                .thenRefused("POLICY_FACT_TOO_LATE");
    }

    @Test
    void valuesHaveToFitTheirFacts() {
        var comparesWithWord = document.replace("{ \"fact\": \"graduation.requiredCredits\" }", "\"eighty\"");
        RewardStory.staffed().when(RewardStory.propose(comparesWithWord)).thenRefused("POLICY_VALUE_UNFIT");
        var comparesFlag = document.replace("\"comparison\": \"isTrue\"", "\"comparison\": \"atLeast\", \"value\": 1");
        RewardStory.staffed().when(RewardStory.propose(comparesFlag)).thenRefused("POLICY_COMPARISON_UNFIT");
        var yearByMoney = document.replace("\"yearBy\": \"graduation.awardedOn\"", "\"yearBy\": \"tuition.paidFen\"");
        RewardStory.staffed().when(RewardStory.propose(yearByMoney)).thenRefused("POLICY_FACT_TYPE");
    }
}
