package org.gongxue.reward.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.SkillStory.cellId;
import static org.gongxue.reward.SkillStory.cellPlaces;
import static org.gongxue.reward.SkillStory.events;

import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.eventlog.testing.Then;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementRevoked;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentLineRevoked;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendedAnswer;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.NoteExport;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.RowStatus;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.payment.PaymentCommand.SettledAnswer;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;
import org.junit.jupiter.api.Test;

/** One fund pays here, so that batches are as they always were; shares have a test of their own. */
class RevocationTest {

    private static final String FUND = SkillStory.SKILL_FUND;
    private static final String LOWER = cellId("d1", "lower");

    private final SkillStory story = city(onOneFund(), 1_000);

    private static String onOneFund() {
        return SkillStory.places()
                .replaceAll(
                        "(?s)\"from\": \\[\\s*\\{ \"prefix\": \"skill\".*?\\]",
                        "\"from\": [{ \"prefix\": \"skill\" }]");
    }

    private static SkillStory city(String policy, long skillFen) {
        var city =
                SkillStory.of(policy).allot(2018, cellPlaces("d1", "lower", 2)).funds(2018, skillFen, 1);
        IntStream.rangeClosed(1, 5).forEach(n -> city.learner(Integer.toString(n), "g1"));
        return city;
    }

    @Test
    void whatIsOwedIsCancelledAndPlaceMoneyAndBusinessFactAreFree() {
        story.claim("1");
        var then = story.revoke("1");
        then.thenEvent(EntitlementRevoked.class, e -> {
            assertThat(e.reasonCode()).isEqualTo("FALSE_CERTIFICATE");
            assertThat(e.source()).isEqualTo("credit-bank");
        });
        assertThat(events(then, EntitlementCancelled.class))
                .containsExactly(new EntitlementCancelled(story.id("1"), "REVOKED", "service:reward"));
        assertThat(events(then, QuotaPlaceFreed.class)).hasSize(1);
        assertGivenBack("1");
    }

    @Test
    void whoWaitsLeavesTheLineAndGivesBackThePlaceIfThereWasOne() {
        List.of("1", "2", "3", "4").forEach(story::claim);
        var waitsForPlace = story.revoke("3");
        assertThat(events(waitsForPlace, QuotaPlaceFreed.class)).isEmpty();
        assertThat(story.stage("3")).isEqualTo(Stage.CANCELLED);
        var poor = city(onOneFund(), 99);
        poor.claim("1");
        assertThat(events(poor.revoke("1"), QuotaPlaceFreed.class)).hasSize(1);
        assertThat(poor.stage("1")).isEqualTo(Stage.CANCELLED);
        assertThat(poor.cell("d1", "lower").used()).isZero();
    }

    @Test
    void whatIsSetAsideForAnOfficerIsReleased() {
        var judged = city(onOneFund().replace("\"automatic\"", "\"officer\""), 1_000);
        judged.claim("1");
        judged.revoke("1");
        assertThat(judged.balance(FUND, LedgerAccount.AVAILABLE)).isEqualTo(1_000);
        judged.log()
                .by("user:chief")
                .when(new JudgeEntitlement(judged.id("1"), true, null))
                .thenRefused("ENTITLEMENT_NOT_WAITING");
    }

    @Test
    void whatIsPaidIsReceivableThePlaceIsFreeAtOnceAndTheBusinessFactWhenTheMoneyIsBack() {
        story.claim("1");
        pay("1");
        story.claim("2");
        story.claim("3");
        var then = story.revoke("1");
        assertThat(events(then, RecoveryOrdered.class))
                .containsExactly(new RecoveryOrdered(story.id("1"), 100, "REVOKED", "service:reward"));
        assertThat(events(then, BusinessKeyReleased.class)).isEmpty();
        assertThat(story.cell("d1", "lower").used()).isEqualTo(1);
        assertThat(story.balance(FUND, LedgerAccount.RECEIVABLE)).isEqualTo(100);
        assertThat(holder("1")).isEqualTo(story.id("1"));
        story.log().givenCommands(new PromoteFromQuota(LOWER, List.of(story.id("3"))));
        assertThat(story.stage("3")).isEqualTo(Stage.APPROVED);
        receive("1");
        assertThat(story.stage("1")).isEqualTo(Stage.RECOVERED);
        assertThat(story.balance(FUND, LedgerAccount.RECEIVABLE)).isZero();
        assertThat(holder("1")).isNull();
    }

    /** The act of the demo: recovered, then the next in line of the same cell is paid out of the money that came back. */
    @Test
    void theNextInLineTakesThePlaceAtOnceAndTheMoneyWhenItIsBack() {
        var tight = city(onOneFund(), 200);
        List.of("1", "2", "3").forEach(tight::claim);
        var log = tight.log();
        pay(tight, "1");
        tight.revoke("1");
        log.givenCommands(new PromoteFromQuota(LOWER, List.of(tight.id("3"))));
        assertThat(tight.stage("3")).isEqualTo(Stage.WAITLISTED);
        assertThat(tight.state("3").placeHeld()).isTrue();
        log.when(new PromoteWaitlisted(FUND, List.of(tight.id("3")))).thenNothing();
        receive(tight, "1");
        log.givenCommands(new PromoteWaitlisted(FUND, List.of(tight.id("3"))));
        assertThat(tight.stage("3")).isEqualTo(Stage.APPROVED);
        assertThat(tight.cell("d1", "lower").used()).isEqualTo(2);
    }

    @Test
    void aBusinessFactRecoveredForAnotherReasonStaysTakenUntilItsOutcomeIsRevoked() {
        story.claim("1");
        pay("1");
        story.log().by(RewardStory.MAKER).givenCommands(new OrderRecovery(story.id("1"), "PAID_TWICE"));
        assertThat(story.cell("d1", "lower").used()).isZero();
        story.log().by(RewardStory.CHECKER);
        story.log().givenCommands(new ReceiveRecovery(story.id("1"), "BANK9", story.today()));
        assertThat(holder("1")).isEqualTo(story.id("1"));
        assertThat(events(story.revoke("1"), QuotaPlaceFreed.class)).isEmpty();
        assertThat(holder("1")).isNull();
        story.claim("1:true");
        assertThat(story.stage("1:true")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whatIsRevokedWhileItIsBeingRecoveredFreesTheBusinessFactWhenTheMoneyIsBack() {
        story.claim("1");
        pay("1");
        story.log().by(RewardStory.MAKER).givenCommands(new OrderRecovery(story.id("1"), "PAID_TWICE"));
        story.revoke("1");
        assertThat(holder("1")).isEqualTo(story.id("1"));
        receive("1");
        assertThat(holder("1")).isNull();
    }

    @Test
    void aBatchWithARevokedLineIsNeitherFrozenNorApprovedOnlyGivenUp() {
        story.claim("1");
        story.claim("2");
        var batch = draft(story, "1", "2");
        var then = story.revoke("2");
        assertThat(events(then, PaymentLineRevoked.class))
                .containsExactly(new PaymentLineRevoked(batch, 2, story.id("2")));
        assertGivenBack("2");
        story.log().by(RewardStory.MAKER).when(new FreezeBatch(batch)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("BATCH_HOLDS_REVOKED");
            assertThat(refusal.value()).isEqualTo("2");
        });
        story.log().givenCommands(new DiscardBatch(batch, "REVOKED"));
        var again = draft(story, "1", "2");
        story.log().givenCommands(new FreezeBatch(again));
        story.log().by(RewardStory.CHECKER).givenCommands(new ApproveBatch(again, 1, 100L));
    }

    @Test
    void aFrozenBatchWithARevokedLineIsNotApproved() {
        story.claim("1");
        var batch = draft(story, "1");
        story.log().givenCommands(new FreezeBatch(batch));
        story.revoke("1");
        story.log()
                .by(RewardStory.CHECKER)
                .when(new ApproveBatch(batch, null, null))
                .thenRefused("BATCH_HOLDS_REVOKED");
        assertThat(story.balance(FUND, LedgerAccount.IN_TRANSIT)).isZero();
    }

    @Test
    void whatIsAtTheBankFreesItsPlaceAndWaitsForTheAnswer() {
        story.claim("1");
        var batch = approve(story, "1");
        var then = story.revoke("1");
        assertThat(events(then, QuotaPlaceFreed.class)).hasSize(1);
        assertThat(events(then, EntitlementCancelled.class)).isEmpty();
        assertThat(story.state("1").revokedFor()).isEqualTo("FALSE_CERTIFICATE");
        assertThat(holder("1")).isEqualTo(story.id("1"));
        var paid = settle(story, batch, "1", null);
        assertThat(events(paid, RecoveryOrdered.class)).hasSize(1);
        assertThat(story.stage("1")).isEqualTo(Stage.RECOVERING);
        assertThat(story.balance(FUND, LedgerAccount.RECEIVABLE)).isEqualTo(100);
        assertThat(settle(story, batch, "1", "CLOSED")
                        .answer(SettledAnswer.class)
                        .statuses())
                .containsExactly(RowStatus.UNDER_RECOVERY);
        receive("1");
        assertGivenBackButFor("1", Stage.RECOVERED);
    }

    @Test
    void whatIsApprovedButInNoFileYetNeverLeaves() {
        story.claim("1");
        story.claim("2");
        var batch = draft(story, "1", "2");
        story.log().givenCommands(new FreezeBatch(batch));
        story.log().by(RewardStory.CHECKER).givenCommands(new ApproveBatch(batch, null, null));
        story.revoke("1");
        assertGivenBack("1");
        assertThat(story.balance(FUND, LedgerAccount.IN_TRANSIT)).isEqualTo(100);
        story.log().by(RewardStory.CHECKER).when(export(batch, 0)).thenRefused("BATCH_CHANGED");
        story.log().by(RewardStory.CHECKER).givenCommands(export(batch, 1));
        assertThat(settle(story, batch, "1", null).answer(SettledAnswer.class).statuses())
                .containsExactly(RowStatus.CONTRADICTS);
        story.revoke("2");
        assertThat(story.stage("2")).isEqualTo(Stage.APPROVED);
    }

    private static NoteExport export(String batch, int withdrawn) {
        return new NoteExport(batch, "standard", "00", 1, 100, withdrawn);
    }

    @Test
    void whatTheBankSendsBackAfterTheRevocationIsCancelled() {
        story.claim("1");
        var batch = approve(story, "1");
        story.revoke("1");
        var returned = settle(story, batch, "1", "CLOSED");
        assertThat(events(returned, EntitlementCancelled.class)).hasSize(1);
        assertGivenBack("1");
        settle(story, batch, "1", "CLOSED").thenNothing();
    }

    @Test
    void aReturnedPaymentIsCancelledLikeOneThatWasNeverSent() {
        story.claim("1");
        settle(story, approve(story, "1"), "1", "CLOSED");
        assertThat(story.stage("1")).isEqualTo(Stage.RETURNED);
        story.revoke("1");
        assertGivenBack("1");
    }

    @Test
    void whatWasRefusedCancelledOrRevokedBeforeStaysAsItIs() {
        story.claim("1");
        story.claim("1:again");
        assertThat(story.revoke("1:again").recorded()).hasSize(1);
        story.revoke("1");
        assertThat(story.revoke("1").recorded()).hasSize(1);
        assertThat(story.revoke("unheard-of").recorded()).hasSize(1);
    }

    private void assertGivenBack(String outcome) {
        assertGivenBackButFor(outcome, Stage.CANCELLED);
    }

    private void assertGivenBackButFor(String outcome, Stage stage) {
        assertThat(story.stage(outcome)).isEqualTo(stage);
        assertThat(story.state(outcome).placeHeld()).isFalse();
        assertThat(holder(outcome)).isNull();
        var others = story.cell("d1", "lower").used();
        assertThat(story.balance(FUND, LedgerAccount.AVAILABLE)).isEqualTo(1_000 - 100L * others);
    }

    private String holder(String outcome) {
        return story.log()
                .state(BusinessKeys.KEY, story.state(outcome).businessKeys().getFirst())
                .holder();
    }

    private static String draft(SkillStory story, String... outcomes) {
        var ids = List.of(outcomes).stream().map(story::id).toList();
        var batch = story.log()
                .by(RewardStory.MAKER)
                .when(new OpenBatch(FUND, "x"))
                .answer(BatchAnswer.class)
                .batchId();
        story.log().when(new ExtendBatch(batch, ids, false)).answer(ExtendedAnswer.class);
        return batch;
    }

    private static String approve(SkillStory story, String... outcomes) {
        var batch = draft(story, outcomes);
        story.log().givenCommands(new FreezeBatch(batch));
        story.log().by(RewardStory.CHECKER).givenCommands(new ApproveBatch(batch, null, null), export(batch, 0));
        return batch;
    }

    private void pay(String outcome) {
        pay(story, outcome);
    }

    private static void pay(SkillStory story, String outcome) {
        settle(story, approve(story, outcome), outcome, null);
    }

    private static Then<RewardCommand> settle(SkillStory story, String batch, String outcome, String failure) {
        var attempt = story.state(outcome).attempt();
        return story.log()
                .by(RewardStory.CHECKER)
                .when(new SettleResults(
                        batch,
                        List.of(new ResultRow(
                                story.id(outcome),
                                attempt.paymentNumber(),
                                failure,
                                "BANK1",
                                BusinessCalendar.noon(story.today())))));
    }

    private void receive(String outcome) {
        receive(story, outcome);
    }

    private static void receive(SkillStory story, String outcome) {
        story.log()
                .by(RewardStory.CHECKER)
                .givenCommands(new ReceiveRecovery(story.id(outcome), "BANK9", story.today()));
    }
}
