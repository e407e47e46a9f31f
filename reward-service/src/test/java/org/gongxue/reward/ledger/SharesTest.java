package org.gongxue.reward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.SkillStory.cellPlaces;
import static org.gongxue.reward.SkillStory.events;

import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.entitlement.EntitlementState.Waiting;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final String SKILL = SkillStory.SKILL_FUND;
    private static final String MATCH = SkillStory.MATCH_FUND;

    @Test
    void everyFundPaysItsShareAndTheOddFenGoesToTheLargestRemainder() {
        var story = city(1_000, 1_000);
        var then = story.claimUpper("1");
        assertThat(story.state("1").shares()).containsExactly(new FundShare(SKILL, 201), new FundShare(MATCH, 100));
        assertThat(events(then, JournalEntryPosted.class)).hasSize(4);
        assertThat(story.balance(SKILL, LedgerAccount.PAYABLE)).isEqualTo(201);
        assertThat(story.balance(MATCH, LedgerAccount.PAYABLE)).isEqualTo(100);
        story.log().by(RewardStory.MAKER).givenCommands(new CancelEntitlement(story.id("1"), "WHY"));
        assertThat(story.balance(SKILL, LedgerAccount.AVAILABLE)).isEqualTo(1_000);
        assertThat(story.balance(MATCH, LedgerAccount.AVAILABLE)).isEqualTo(1_000);
    }

    @Test
    void whereOneFundIsShortNothingIsTakenFromTheOther() {
        var story = city(1_000, 99);
        story.claimUpper("1");
        assertThat(story.state("1").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, MATCH, 1));
        assertThat(story.balance(SKILL, LedgerAccount.AVAILABLE)).isEqualTo(1_000);
    }

    @Test
    void whereBothAreShortTheLineIsTheFirstFundsInThePolicysOrder() {
        var story = city(10, 10);
        story.claimUpper("1");
        assertThat(story.state("1").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, SKILL, 1));
    }

    @Test
    void whoHeadsTheLineAndLacksTheOtherFundsMoneyGoesOnToItsLineAndIsServedThere() {
        var story = city(10, 10);
        story.claimUpper("1");
        story.claimUpper("2");
        RewardStory.money(story.log(), SKILL, 2, 1_000);
        promote(story, SKILL, "1", "2");
        assertThat(story.state("1").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, MATCH, 1));
        assertThat(story.state("2").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, MATCH, 2));
        assertThat(story.log().state(Ledger.FUND, SKILL).hasWaiting()).isFalse();
        promote(story, MATCH, "1", "2");
        assertThat(story.stage("1")).isEqualTo(Stage.WAITLISTED);
        RewardStory.money(story.log(), MATCH, 2, 100);
        promote(story, MATCH, "1", "2");
        assertThat(story.stage("1")).isEqualTo(Stage.APPROVED);
        assertThat(story.stage("2")).isEqualTo(Stage.WAITLISTED);
        promote(story, SKILL, "1", "2");
        assertThat(story.state("2").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, MATCH, 2));
    }

    @Test
    void whoComesNewWaitsBehindAnybodyWhoWaitsInAnyOfTheFunds() {
        var story = city(1_000, 99);
        story.claimUpper("1");
        story.claim("2");
        assertThat(story.state("2").waiting()).isEqualTo(new Waiting(WaitingLine.FUND, MATCH, 2));
    }

    @Test
    void aShareOfNothingMovesNothingAndAFundNamedTwicePaysOnce() {
        assertThat(FundBooks.dues(List.of(
                        new FundShare("a", 2), new FundShare("b", 0), new FundShare("a", 3), new FundShare("c", 1))))
                .containsExactly(new FundShare("a", 5), new FundShare("c", 1));
        var story = SkillStory.of(SkillStory.places().replace("\"fen\": 100", "\"fen\": 1"))
                .allot(2018, cellPlaces("d1", "lower", 1))
                .funds(2018, 1, 1)
                .learner("1", "g1");
        story.claim("1");
        assertThat(story.stage("1")).isEqualTo(Stage.APPROVED);
        assertThat(story.balance(MATCH, LedgerAccount.AVAILABLE)).isEqualTo(1);
        assertThat(story.log().state(Ledger.FUND, MATCH).entries()).isEqualTo(1);
    }

    @Test
    void whatLaterFactsChangeMovesEveryFundsShareOrNone() {
        var refund = RewardStory.tuitionRefund().replace("{ \"prefix\": \"tuition\" }", """
                        { "prefix": "tuition", "share": { "of": 1, "in": 2 } },
                        { "prefix": "match", "share": { "of": 1, "in": 2 } }""");
        var story = RewardStory.publish(RewardStory.staffed(), refund);
        RewardStory.fund(story, "tuition-2017", 2017, 1_000_000);
        RewardStory.fund(story, "match-2017", 2017, 250_000);
        RewardStory.graduates(story, "1", 400_000);
        story.givenReceived("enrollment", "enrollment/1", receipt("R-late", 100_000));
        assertThat(payable(story, "tuition-2017")).isEqualTo(250_000);
        assertThat(payable(story, "match-2017")).isEqualTo(250_000);
        story.givenReceived("enrollment", "enrollment/1", receipt("R-later", 2));
        assertThat(payable(story, "tuition-2017")).isEqualTo(250_000);
        assertThat(payable(story, "match-2017")).isEqualTo(250_000);
    }

    private static TuitionReceiptRecorded receipt(String number, long fen) {
        return new TuitionReceiptRecorded("enr-1", "learner-1", number, fen, 0, fen, 0, RewardStory.TODAY);
    }

    private static long payable(DomainFixture<RewardCommand> story, String fundId) {
        return story.state(Ledger.FUND, fundId).balance(LedgerAccount.PAYABLE);
    }

    private static SkillStory city(long skillFen, long matchFen) {
        var story = SkillStory.of(SkillStory.places())
                .allot(2018, cellPlaces("d1", "lower", 4), cellPlaces("d1", "upper", 4))
                .funds(2018, skillFen, matchFen);
        IntStream.rangeClosed(1, 4).forEach(n -> story.learner(Integer.toString(n), "g1"));
        return story;
    }

    private static void promote(SkillStory story, String fundId, String... outcomes) {
        story.log()
                .givenCommands(new PromoteWaitlisted(
                        fundId, List.of(outcomes).stream().map(story::id).toList()));
    }
}
