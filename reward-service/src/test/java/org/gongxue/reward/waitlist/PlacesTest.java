package org.gongxue.reward.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gongxue.reward.SkillStory.cellId;
import static org.gongxue.reward.SkillStory.cellPlaces;
import static org.gongxue.reward.SkillStory.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.eventlog.testing.Then;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LearnerAwaited;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.entitlement.EntitlementState.Waiting;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.MovedAnswer;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final String LOWER = cellId("d1", "lower");

    private final SkillStory story = city(SkillStory.places());

    private static SkillStory city(String policy) {
        var city = SkillStory.of(policy)
                .allot(2018, cellPlaces("d1", "lower", 2), cellPlaces("d2", "lower", 1))
                .funds(2018, 10_000, 10_000);
        IntStream.rangeClosed(1, 9).forEach(n -> city.learner(Integer.toString(n), "g1"));
        return city;
    }

    @Test
    void aRecognisedOutcomeTakesAPlaceOfItsMemberUnitAndGroupAndThenTheMoneyOfBothFunds() {
        var then = story.claim("1");
        then.thenEvent(EntitlementOpened.class, e -> {
            assertThat(e.basis()).isEqualTo("outcome/1");
            assertThat(e.unitPath()).containsExactly("city", "d1", "g1");
        });
        assertThat(events(then, QuotaPlaceTaken.class)).hasSize(1);
        assertThat(story.cell("d1", "lower").used()).isEqualTo(1);
        assertThat(story.cell("d2", "lower").used()).isZero();
        assertThat(story.stage("1")).isEqualTo(Stage.APPROVED);
        assertThat(story.state("1").placeHeld()).isTrue();
        assertThat(story.balance(SkillStory.SKILL_FUND, LedgerAccount.PAYABLE)).isEqualTo(67);
        assertThat(story.balance(SkillStory.MATCH_FUND, LedgerAccount.PAYABLE)).isEqualTo(33);
    }

    @Test
    void whenAllPlacesAreInUseTheNextStandInTheCellsLineAndHoldTheirBusinessFact() {
        story.claim("1");
        story.claim("2");
        var third = story.claim("3");
        third.thenEvent(
                EntitlementWaitlisted.class,
                e -> assertThat(e).isEqualTo(new EntitlementWaitlisted(story.id("3"), WaitingLine.QUOTA, LOWER, 1)));
        assertThat(events(third, BusinessKeyClaimed.class)).hasSize(1);
        assertThat(events(third, JournalEntryPosted.class)).isEmpty();
        story.claim("4");
        assertThat(story.state("4").waiting()).isEqualTo(new Waiting(WaitingLine.QUOTA, LOWER, 2));
        assertThat(story.state("4").placeHeld()).isFalse();
        assertThat(story.cell("d1", "lower").used()).isEqualTo(2);
        story.claim("3:again")
                .thenEvent(
                        EntitlementRefused.class,
                        e -> assertThat(e.reasons())
                                .containsExactly(new EntitlementReason(
                                        "DUPLICATE", "businessKeys", null, null, null, null, story.id("3"))));
    }

    @Test
    void whereNothingIsAllottedYetTheLineFormsAlready() {
        story.claimUpper("1");
        assertThat(story.state("1").waiting()).isEqualTo(new Waiting(WaitingLine.QUOTA, cellId("d1", "upper"), 1));
        story.allot(2018, cellPlaces("d1", "upper", 1));
        promote(cellId("d1", "upper"), "1");
        assertThat(story.stage("1")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whoComesNewWaitsBehindThoseWhoWaitEvenWhenAPlaceIsFree() {
        List.of("1", "2", "3").forEach(story::claim);
        cancel("1");
        story.claim("4");
        assertThat(story.stage("4")).isEqualTo(Stage.WAITLISTED);
        promote(LOWER, "3", "4");
        assertThat(story.stage("3")).isEqualTo(Stage.APPROVED);
        assertThat(story.stage("4")).isEqualTo(Stage.WAITLISTED);
    }

    @Test
    void placesGoStrictlyInOrderHoweverOftenAndInWhateverOrderTheyAreOffered() {
        List.of("1", "2", "3", "4", "5").forEach(story::claim);
        story.allot(2018, cellPlaces("d1", "lower", 4));
        promote(LOWER, "4", "3").thenNothing();
        promote(LOWER, "1", "3").thenNothing();
        promote(cellId("d2", "lower"), "3").thenNothing();
        var first = promote(LOWER, "3", "3", "4", "5");
        assertThat(first.answer(MovedAnswer.class)).isEqualTo(new MovedAnswer(1));
        var rest = promote(LOWER, "4", "5");
        assertThat(rest.answer(MovedAnswer.class)).isEqualTo(new MovedAnswer(1));
        assertThat(story.stage("5")).isEqualTo(Stage.WAITLISTED);
        promote(LOWER, "3", "4", "5").thenNothing();
        promote("Q-0000000000000000", "5").thenNothing();
        assertThat(story.cell("d1", "lower").waitlistServed()).isEqualTo(2);
    }

    @Test
    void whoLeftTheLineIsPassedOver() {
        List.of("1", "2", "3", "4").forEach(story::claim);
        cancel("3");
        cancel("1");
        var then = promote(LOWER, "3", "4");
        assertThat(then.answer(MovedAnswer.class)).isEqualTo(new MovedAnswer(1));
        assertThat(events(then, QuotaWaitlistServed.class))
                .extracting(QuotaWaitlistServed::throughPosition)
                .containsExactly(2);
        assertThat(story.stage("4")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void aLineThatEverybodyLeftIsServedAndWhoComesNewTakesThePlace() {
        List.of("1", "2", "3").forEach(story::claim);
        cancel("3");
        cancel("1");
        promote(LOWER, "3");
        assertThat(story.cell("d1", "lower").hasWaiting()).isFalse();
        story.claim("4");
        assertThat(story.stage("4")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whoHasAPlaceAndNoMoneyHoldsThePlaceInTheFundsLine() {
        var poor = SkillStory.of(SkillStory.places())
                .allot(2018, cellPlaces("d1", "lower", 1))
                .learner("1", "g1")
                .learner("2", "g1");
        poor.claim("1");
        assertThat(poor.state("1").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, SkillStory.SKILL_FUND, 1));
        assertThat(poor.state("1").placeHeld()).isTrue();
        poor.claim("2");
        assertThat(poor.state("2").waiting()).isEqualTo(new Waiting(WaitingLine.QUOTA, LOWER, 1));
        poor.funds(2018, 1_000, 1_000);
        poor.log().givenCommands(new PromoteWaitlisted(SkillStory.SKILL_FUND, List.of(poor.id("1"))));
        assertThat(poor.stage("1")).isEqualTo(Stage.APPROVED);
        assertThat(poor.cell("d1", "lower").used()).isEqualTo(1);
    }

    @Test
    void whoGetsAPlaceLateWaitsForTheMoneyLikeAnybody() {
        var poor = SkillStory.of(SkillStory.places())
                .allot(2018, cellPlaces("d1", "lower", 1))
                .funds(2018, 80, 1_000)
                .learner("1", "g1")
                .learner("2", "g1");
        poor.claim("1");
        poor.claim("2");
        poor.allot(2018, cellPlaces("d1", "lower", 2));
        poor.log().givenCommands(new PromoteFromQuota(LOWER, List.of(poor.id("2"))));
        assertThat(poor.state("2").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, SkillStory.SKILL_FUND, 1));
        assertThat(poor.state("2").placeHeld()).isTrue();
        assertThat(poor.cell("d1", "lower").used()).isEqualTo(2);
    }

    @Test
    void wherePolicySaysRefuseAFullCellRefusesAndHoldsNothing() {
        var strict = city(SkillStory.places().replace("\"waitlist\"", "\"refuse\""));
        List.of("1", "2").forEach(strict::claim);
        var then = strict.claim("3");
        then.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons())
                        .containsExactly(new EntitlementReason("QUOTA_FULL", "quota", null, "2", "< 2", null, null)));
        assertThat(events(then, BusinessKeyClaimed.class)).isEmpty();
        assertThat(events(then, QuotaWaitlistJoined.class)).isEmpty();
    }

    @Test
    void wherePolicySaysRefuseAShortFundTakesNoPlace() {
        var strict = SkillStory.of(SkillStory.places().replace("\"waitlist\"", "\"refuse\""))
                .allot(2018, cellPlaces("d1", "lower", 2))
                .funds(2018, 1_000, 32)
                .learner("1", "g1");
        var then = strict.claim("1");
        then.thenEvent(EntitlementRefused.class, e -> {
            assertThat(e.reasons().getFirst().code()).isEqualTo("FUND_SHORT");
            assertThat(e.reasons().getFirst().value()).isEqualTo(SkillStory.MATCH_FUND);
        });
        assertThat(events(then, QuotaPlaceTaken.class)).isEmpty();
    }

    @Test
    void whoIsRefusedByAnOfficerGivesThePlaceBack() {
        var judged = city(SkillStory.places().replace("\"automatic\"", "\"officer\""));
        judged.claim("1");
        assertThat(judged.stage("1")).isEqualTo(Stage.HELD);
        assertThat(judged.cell("d1", "lower").used()).isEqualTo(1);
        var refused = judged.log().by("user:chief").when(new JudgeEntitlement(judged.id("1"), false, "NOT_A_MEMBER"));
        assertThat(events(refused, QuotaPlaceFreed.class))
                .extracting(QuotaPlaceFreed::reasonCode)
                .containsExactly("NOT_A_MEMBER");
        assertThat(events(refused, BusinessKeyReleased.class)).hasSize(1);
        assertThat(judged.cell("d1", "lower").used()).isZero();
        assertThat(judged.balance(SkillStory.MATCH_FUND, LedgerAccount.AVAILABLE))
                .isEqualTo(10_000);
    }

    @Test
    void aClaimThatArrivesAfterItsYearGetsAPlaceThatIsFreeAndElseALineThatExpires() {
        story.claim("1");
        var late = story.claimedBefore("2", LocalDate.of(2019, 1, 1));
        assertThat(events(late, EntitlementApproved.class)).hasSize(1);
        var full = SkillStory.of(SkillStory.places()).learner("1", "g1").learner("2", "g1");
        full.allot(2018, cellPlaces("d1", "lower", 1)).funds(2018, 1_000, 1_000).claim("1");
        full.claimedBefore("2", LocalDate.of(2019, 1, 1));
        assertThat(full.stage("2")).isEqualTo(Stage.WAITLISTED);
        full.log().when(new ExpireWaitlisted(LOWER, List.of(full.id("2"))));
        assertThat(full.stage("2")).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void aPlaceThatWasFreeWhenTheYearEndedGoesToWhoWaitedForIt() {
        List.of("1", "2", "3", "4").forEach(story::claim);
        cancel("1");
        story.day(LocalDate.of(2019, 1, 1));
        expire("3", "4");
        assertThat(story.stage("3")).isEqualTo(Stage.APPROVED);
        assertThat(story.stage("4")).isEqualTo(Stage.EXPIRED);
        assertThat(story.cell("d1", "lower").used()).isEqualTo(2);
    }

    @Test
    void whenTheYearIsOverWhoWaitsForAPlaceExpiresInOrderAndTheBusinessFactIsFree() {
        List.of("1", "2", "3", "4", "5").forEach(story::claim);
        cancel("4");
        expire("3", "4", "5").thenNothing();
        story.day(LocalDate.of(2018, 12, 31));
        expire("3", "4", "5").thenNothing();
        story.day(LocalDate.of(2019, 1, 1));
        promote(LOWER, "3").thenNothing();
        expire("5", "3").thenNothing();
        var then = expire("3", "4", "5");
        assertThat(then.answer(MovedAnswer.class)).isEqualTo(new MovedAnswer(2));
        assertThat(events(then, EntitlementExpired.class))
                .containsExactly(
                        new EntitlementExpired(story.id("3"), LocalDate.of(2019, 1, 1)),
                        new EntitlementExpired(story.id("5"), LocalDate.of(2019, 1, 1)));
        assertThat(events(then, BusinessKeyReleased.class)).hasSize(2);
        assertThat(story.cell("d1", "lower").hasWaiting()).isFalse();
        expire("3", "4", "5").thenNothing();
        assertThat(story.stage("2")).isEqualTo(Stage.APPROVED);
        story.allot(2019, cellPlaces("d1", "lower", 1)).funds(2019, 1_000, 1_000);
        story.claim("3:next-year");
        assertThat(story.stage("3:next-year")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void atMostAHundredAreMovedAtATime() {
        var many = Collections.nCopies(WaitlistCommand.MOVED_MAX + 1, "E-1");
        assertThatThrownBy(() -> new PromoteFromQuota(LOWER, many)).hasMessageContaining("at most 100");
        assertThatThrownBy(() -> new ExpireWaitlisted(LOWER, many)).hasMessageContaining("at most 100");
    }

    @Test
    void whatTheCreditBankCitesIsCited() {
        var then = story.refusedClaim(
                "1", RefusalReason.citing("O-first", "DUPLICATE", "certificateNumber", "2017-06-02"));
        then.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons())
                        .extracting(EntitlementReason::rule, EntitlementReason::first)
                        .containsExactly(tuple("DUPLICATE", "O-first")));
    }

    @Test
    void whatTheCreditBankRefusedIsOpenedAndRefusedCitingItsReasons() {
        var then = story.refusedClaim(
                "1", RefusalReason.at("16", "CERTIFICATE_LEVEL_MISMATCH", "level", "SENIOR", "INTERMEDIATE"));
        then.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons())
                        .containsExactly(new EntitlementReason(
                                "OUTCOME_REFUSED",
                                "CERTIFICATE_LEVEL_MISMATCH",
                                "level",
                                "SENIOR",
                                "INTERMEDIATE",
                                null,
                                null)));
        assertThat(events(then, BusinessKeyClaimed.class)).isEmpty();
        story.claim("1:corrected");
        assertThat(story.stage("1:corrected")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void aFailedConditionRefusesByItsOwnCode() {
        story.claim("1", "welder", SkillLevel.SENIOR, SkillLevel.SENIOR)
                .thenEvent(
                        EntitlementRefused.class,
                        e -> assertThat(e.reasons().getFirst().code()).isEqualTo("LEVEL_NOT_HIGHER"));
        assertThat(story.cell("d1", "upper").used()).isZero();
    }

    @Test
    void anOutcomeThatComesBeforeItsLearnerIsOpenedWhenTheLearnerIsHeardOf() {
        var early = story.claim("late");
        assertThat(events(early, LearnerAwaited.class))
                .containsExactly(new LearnerAwaited("learner-late", "outcome/late"));
        assertThat(story.stage("late")).isEqualTo(Stage.NONE);
        story.claim("late:second", "fitter", null, SkillLevel.BEGINNER);
        story.claim("late:false");
        story.revoke("late:false");
        story.learner("late", "g1");
        assertThat(story.stage("late")).isEqualTo(Stage.APPROVED);
        assertThat(story.stage("late:second")).isEqualTo(Stage.APPROVED);
        assertThat(story.stage("late:false")).isEqualTo(Stage.NONE);
        assertThat(story.cell("d1", "lower").used()).isEqualTo(2);
    }

    private Then<RewardCommand> promote(String cellId, String... outcomes) {
        return story.log().when(new PromoteFromQuota(cellId, ids(outcomes)));
    }

    private Then<RewardCommand> expire(String... outcomes) {
        return story.log().when(new ExpireWaitlisted(LOWER, ids(outcomes)));
    }

    private List<String> ids(String... outcomes) {
        return List.of(outcomes).stream().map(story::id).toList();
    }

    private void cancel(String outcome) {
        story.log().by(RewardStory.MAKER).givenCommands(new CancelEntitlement(story.id(outcome), "WHY"));
    }
}
