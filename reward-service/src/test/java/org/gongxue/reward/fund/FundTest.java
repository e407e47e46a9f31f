package org.gongxue.reward.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.AppropriationAnswer;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.PromotedAnswer;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.fund.FundCommand.RejectAppropriation;
import org.gongxue.reward.ledger.Ledger;
import org.junit.jupiter.api.Test;

class FundTest {

    private static final String FUND = RewardStory.TUITION_FUND;

    @Test
    void aFundIsOpenedOnceForTheYearInItsId() {
        RewardStory.staffed()
                .when(new OpenFund(FUND, "学费", 2017, "市级"))
                .then(new FundOpened(FUND, "学费", 2017, "市级"))
                .and()
                .when(new OpenFund(FUND, "学费", 2017, "市级"))
                .thenRefused("FUND_EXISTS");
        RewardStory.staffed().when(new OpenFund(FUND, "学费", 2018, "市级")).thenRefused("FUND_ID_YEAR");
    }

    @Test
    void moneyIsThereOnceASecondPersonConfirmedIt() {
        var proposed = RewardStory.staffed()
                .givenCommands(new OpenFund(FUND, "学费", 2017, "市级"))
                .when(new ProposeAppropriation(FUND, "青财〔2017〕1号", 500, RewardStory.TODAY));
        assertThat(proposed.answer(AppropriationAnswer.class).number()).isEqualTo(1);
        var story = proposed.and();
        assertThat(available(story)).isZero();
        story.when(new ConfirmAppropriation(FUND, 1)).thenRefused("MAKER_IS_CHECKER");
        story.by(RewardStory.OFFICER).when(new ConfirmAppropriation(FUND, 1)).thenRefused("NOT_APPOINTED");
        story.by(RewardStory.CHECKER).givenCommands(new ConfirmAppropriation(FUND, 1));
        assertThat(available(story)).isEqualTo(500);
        story.when(new ConfirmAppropriation(FUND, 1)).thenRefused("APPROPRIATION_SETTLED");
        story.when(new ConfirmAppropriation(FUND, 2)).thenRefused("APPROPRIATION_UNKNOWN");
    }

    @Test
    void oneDocumentNumberBringsMoneyOnce() {
        var story = RewardStory.staffed()
                .givenCommands(
                        new OpenFund(FUND, "学费", 2017, "市级"),
                        new ProposeAppropriation(FUND, "青财〔2017〕1号", 500, RewardStory.TODAY),
                        new ProposeAppropriation(FUND, "青财〔2017〕1号", 500, RewardStory.TODAY))
                .by(RewardStory.CHECKER)
                .givenCommands(new ConfirmAppropriation(FUND, 1));
        story.when(new ConfirmAppropriation(FUND, 2)).thenRefused("DOCUMENT_NUMBER_USED");
        assertThat(available(story)).isEqualTo(500);
    }

    @Test
    void whatWasEnteredWronglyIsTakenBackAndCannotBeConfirmedAnyMore() {
        var story = RewardStory.staffed()
                .givenCommands(
                        new OpenFund(FUND, "学费", 2017, "市级"),
                        new ProposeAppropriation(FUND, "青财〔2017〕1号", 50_000, RewardStory.TODAY),
                        new RejectAppropriation(FUND, 1),
                        new ProposeAppropriation(FUND, "青财〔2017〕1号", 500, RewardStory.TODAY))
                .by(RewardStory.CHECKER);
        story.when(new ConfirmAppropriation(FUND, 1)).thenRefused("APPROPRIATION_SETTLED");
        story.givenCommands(new ConfirmAppropriation(FUND, 2));
        assertThat(available(story)).isEqualTo(500);
    }

    @Test
    void noMoneyFromTheFutureAndNoneOfNothing() {
        var story = RewardStory.staffed().givenCommands(new OpenFund(FUND, "学费", 2017, "市级"));
        story.when(new ProposeAppropriation(FUND, "1", 500, RewardStory.TODAY.plusDays(1)))
                .thenRefused("DATE_IN_FUTURE");
        story.when(new ProposeAppropriation(FUND, "1", 0, RewardStory.TODAY)).thenRefused("AMOUNT_OUT_OF_RANGE");
        story.when(new ProposeAppropriation("none-2017", "1", 5, RewardStory.TODAY))
                .thenRefused("FUND_UNKNOWN");
    }

    @Test
    void whoComesWhenTheFundIsShortStandsInLineAndIsPromotedInOrder() {
        var story = shortFund();
        var line = waiting(story);
        assertThat(line).hasSize(3);
        assertThat(stage(story, line.getFirst())).isEqualTo(Stage.WAITLISTED);

        RewardStory.money(story, FUND, 2, 700);
        var promoted = story.by("service:reward").when(new PromoteWaitlisted(FUND, line));
        assertThat(promoted.answer(PromotedAnswer.class).promoted()).isEqualTo(2);
        assertThat(line)
                .extracting(id -> stage(story, id))
                .containsExactly(Stage.APPROVED, Stage.APPROVED, Stage.WAITLISTED);
        assertThat(available(story)).isEqualTo(150);
    }

    @Test
    void nobodyIsPromotedOutOfOrder() {
        var story = shortFund();
        var line = waiting(story);
        RewardStory.money(story, FUND, 2, 300);
        story.when(new PromoteWaitlisted(FUND, line.subList(1, 3))).thenNothing();
        story.when(new PromoteWaitlisted(FUND, line.reversed())).thenNothing();
    }

    @Test
    void whoComesLaterDoesNotPassTheLineAlthoughTheMoneyWouldDo() {
        var story = shortFund();
        RewardStory.graduates(story, "5", 10);
        assertThat(waiting(story)).hasSize(4);
    }

    @Test
    void theLineMayFormBeforeItsFundIsOpened() {
        var story = RewardStory.graduates(RewardStory.withTuitionRefund(), "1", 300);
        RewardStory.fund(story, FUND, 2017, 300);
        story.when(new PromoteWaitlisted(FUND, waiting(story))).answer(PromotedAnswer.class);
        assertThat(story.state(Ledger.FUND, FUND).balance(LedgerAccount.PAYABLE))
                .isEqualTo(300);
    }

    /** 450 fen and four graduates: the first takes 400, three with 300 each stand in line, 50 are left. */
    private static DomainFixture<RewardCommand> shortFund() {
        var story = RewardStory.fund(RewardStory.withTuitionRefund(), FUND, 2017, 450);
        RewardStory.graduates(story, "1", 400);
        RewardStory.graduates(story, "2", 300);
        RewardStory.graduates(story, "3", 300);
        return RewardStory.graduates(story, "4", 300);
    }

    private static List<String> waiting(DomainFixture<RewardCommand> story) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(EntitlementWaitlisted.class::isInstance)
                .map(EntitlementWaitlisted.class::cast)
                .map(EntitlementWaitlisted::entitlementId)
                .toList();
    }

    private static Stage stage(DomainFixture<RewardCommand> story, String id) {
        return story.state(Entitlements.ENTITLEMENT, id).stage();
    }

    private static long available(DomainFixture<RewardCommand> story) {
        return story.state(Ledger.FUND, FUND).balance(LedgerAccount.AVAILABLE);
    }
}
