package org.gongxue.reward.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.ledger.Ledger;
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
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final String FUND = RewardStory.TUITION_FUND;
    private static final Instant PAID_AT = BusinessCalendar.noon(RewardStory.TODAY);

    private final DomainFixture<RewardCommand> story = owed();
    private final List<String> ids = entitlements(story);

    @Test
    void makerDraftsAndFreezesAnotherPersonApprovesAndTheMoneyIsOnItsWay() {
        var batch = open();
        assertThat(batch).isEqualTo("B-2018-0001");
        var extended = story.when(new ExtendBatch(batch, ids, false));
        assertThat(extended.answer(ExtendedAnswer.class)).isEqualTo(new ExtendedAnswer(2, 500, 0));
        extended.thenEvent(
                PaymentDrafted.class, e -> assertThat(e.paymentNumber()).isEqualTo("P-2018-000001-1"));
        story.givenCommands(new FreezeBatch(batch));
        story.when(new ApproveBatch(batch, null, null)).thenRefused("MAKER_IS_CHECKER");
        story.by(RewardStory.CHECKER);
        story.when(new ApproveBatch(batch, 2, 501L)).thenRefused("CONTROL_TOTAL");
        story.givenCommands(new ApproveBatch(batch, 2, 500L));
        assertThat(balance(LedgerAccount.PAYABLE)).isZero();
        assertThat(balance(LedgerAccount.IN_TRANSIT)).isEqualTo(500);
        story.when(new ApproveBatch(batch, null, null)).thenRefused("BATCH_STAGE");
    }

    @Test
    void onlyFinanceTouchesBatchesAndOnlyTheMakerAddsLines() {
        var batch = open();
        story.by(RewardStory.CHECKER).when(new ExtendBatch(batch, ids, false)).thenRefused("NOT_THE_MAKER");
        story.by(RewardStory.OFFICER).when(new OpenBatch(FUND, "x")).thenRefused("NOT_APPOINTED");
        story.by(RewardStory.MAKER).when(new OpenBatch("none-2017", "x")).thenRefused("FUND_UNKNOWN");
        story.when(new FreezeBatch(batch)).thenRefused("BATCH_EMPTY");
        story.when(new NoteExport(batch, "standard", "00", 2, 500, 0)).thenRefused("BATCH_STAGE");
        story.when(new FreezeBatch("B-2018-0009")).thenRefused("BATCH_UNKNOWN");
    }

    @Test
    void anEntitlementIsInOneBatchAtATimeAndFreeAgainWhenItsBatchIsDiscarded() {
        var first = open();
        story.givenCommands(new ExtendBatch(first, ids, false));
        var second = open();
        assertThat(story.when(new ExtendBatch(second, ids, false)).answer(ExtendedAnswer.class))
                .isEqualTo(new ExtendedAnswer(0, 0, 2));
        story.givenCommands(new DiscardBatch(first, "WRONG_PURPOSE"));
        assertThat(story.when(new ExtendBatch(second, ids, false))
                        .answer(ExtendedAnswer.class)
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void whoLeftNoCardStaysPayable() {
        RewardStory.studies(story, "3", 100).givenReceived("enrollment", "enrollment/3", RewardStory.graduated("3"));
        var all = entitlements(story);
        assertThat(story.when(new ExtendBatch(open(), all, false)).answer(ExtendedAnswer.class))
                .isEqualTo(new ExtendedAnswer(2, 500, 1));
        assertThat(story.state(Entitlements.ENTITLEMENT, all.getLast()).owed()).isTrue();
    }

    @Test
    void whatTheBankConfirmsIsPaidOnTheDayTheBankSaysAndSayingItAgainChangesNothing() {
        var batch = approved(ids);
        var results = new SettleResults(batch, List.of(paid(0, "P-2018-000001-1"), paid(1, "P-2018-000002-1")));
        var then = story.when(results);
        assertThat(statuses(then.answer(SettledAnswer.class))).containsExactly(RowStatus.PAID, RowStatus.PAID);
        assertThat(then.recorded()).extracting(Recorded::occurredAt).containsOnly(PAID_AT);
        then.thenEvent(PaymentConfirmed.class, e -> assertThat(e.paidOn()).isEqualTo(RewardStory.TODAY));
        assertThat(balance(LedgerAccount.PAID)).isEqualTo(500);
        var again = story.when(results);
        again.thenNothing();
        assertThat(statuses(again.answer(SettledAnswer.class))).containsExactly(RowStatus.REPEATED, RowStatus.REPEATED);
    }

    @Test
    void rowsOfNobodyAreNamedAndImpossibleDatesAreNotTaken() {
        var batch = approved(ids);
        var early = BusinessCalendar.noon(RewardStory.TODAY.minusDays(1));
        var late = BusinessCalendar.noon(RewardStory.TODAY.plusDays(1));
        var then = story.when(new SettleResults(
                batch,
                List.of(
                        new ResultRow(ids.getFirst(), "P-2018-000777-1", null, "X", PAID_AT),
                        new ResultRow("E-nobody", "P-2018-000778-1", null, "X", PAID_AT),
                        new ResultRow(ids.getFirst(), "P-2018-000001-1", null, "X", early),
                        new ResultRow(ids.getFirst(), "P-2018-000001-1", null, "X", late))));
        then.thenNothing();
        assertThat(statuses(then.answer(SettledAnswer.class)))
                .containsExactly(
                        RowStatus.UNKNOWN, RowStatus.UNKNOWN, RowStatus.IMPOSSIBLE_TIME, RowStatus.IMPOSSIBLE_TIME);
    }

    @Test
    void aReturnedPaymentIsOwedAsBeforeAndGoesOutAloneOnceTheCardIsMended() {
        var batch = approved(ids);
        story.givenCommands(
                new SettleResults(batch, List.of(returned(0, "P-2018-000001-1"), paid(1, "P-2018-000002-1"))));
        assertThat(balance(LedgerAccount.PAYABLE)).isEqualTo(200);
        assertThat(story.state(Ledger.FUND, FUND).returnedFen()).isEqualTo(200);
        assertThat(stage(0)).isEqualTo(Stage.RETURNED);

        story.by(RewardStory.MAKER);
        var second = open();
        assertThat(lines(second, false)).isZero();
        story.givenReceived("enrollment", "learner/1", RewardStory.card("1", 2));
        var reissued = story.when(new ExtendBatch(second, ids, false));
        assertThat(reissued.answer(ExtendedAnswer.class)).isEqualTo(new ExtendedAnswer(1, 200, 1));
        reissued.thenEvent(
                PaymentDrafted.class, e -> assertThat(e.paymentNumber()).isEqualTo("P-2018-000001-2"));
        approve(second);
        assertThat(settle(second, returned(0, "P-2018-000001-1"))).containsExactly(RowStatus.REPEATED);
        assertThat(settle(second, paid(0, "P-2018-000001-2"))).containsExactly(RowStatus.PAID);
        assertThat(balance(LedgerAccount.PAID)).isEqualTo(500);
        assertThat(balance(LedgerAccount.PAYABLE)).isZero();
    }

    @Test
    void financeMaySendAReturnedPaymentAgainToTheSameCard() {
        var batch = approved(ids);
        settle(batch, returned(0, "P-2018-000001-1"));
        story.by(RewardStory.MAKER);
        assertThat(lines(open(), true)).isEqualTo(1);
    }

    @Test
    void aPaymentThatWasConfirmedMayStillComeBackButNotTheOtherWayRound() {
        var batch = approved(ids);
        assertThat(settle(batch, paid(0, "P-2018-000001-1"))).containsExactly(RowStatus.PAID);
        assertThat(settle(batch, returned(0, "P-2018-000001-1"))).containsExactly(RowStatus.RETURNED);
        assertThat(balance(LedgerAccount.PAID)).isZero();
        assertThat(balance(LedgerAccount.PAYABLE)).isEqualTo(200);
        assertThat(settle(batch, paid(0, "P-2018-000001-1"))).containsExactly(RowStatus.REPEATED);
    }

    @Test
    void whatContradictsAnEarlierAnswerIsShownAndChangesNothing() {
        var batch = approved(ids);
        settle(batch, returned(0, "P-2018-000001-1"), paid(1, "P-2018-000002-1"));
        var otherReference = new ResultRow(ids.get(1), "P-2018-000002-1", null, "BANK-other", PAID_AT);
        assertThat(settle(batch, paid(0, "P-2018-000001-1"), otherReference))
                .containsExactly(RowStatus.CONTRADICTS, RowStatus.CONTRADICTS);
        story.by(RewardStory.MAKER).givenReceived("enrollment", "learner/1", RewardStory.card("1", 2));
        var second = open();
        story.givenCommands(new ExtendBatch(second, ids, false));
        approve(second);
        assertThat(settle(second, paid(0, "P-2018-000001-1"))).containsExactly(RowStatus.CONTRADICTS);
        assertThat(balance(LedgerAccount.PAID)).isEqualTo(300);
    }

    private static DomainFixture<RewardCommand> owed() {
        var story = RewardStory.fund(RewardStory.withTuitionRefund(), FUND, 2017, 1_000);
        return RewardStory.graduates(RewardStory.graduates(story, "1", 200), "2", 300);
    }

    private String open() {
        return story.when(new OpenBatch(FUND, "学费报销")).answer(BatchAnswer.class).batchId();
    }

    private String approved(List<String> lines) {
        var batch = open();
        story.givenCommands(new ExtendBatch(batch, lines, false));
        approve(batch);
        return batch;
    }

    private void approve(String batch) {
        story.givenCommands(new FreezeBatch(batch))
                .by(RewardStory.CHECKER)
                .givenCommands(new ApproveBatch(batch, null, null));
    }

    private int lines(String batch, boolean againAnyway) {
        return story.when(new ExtendBatch(batch, ids.subList(0, 1), againAnyway))
                .answer(ExtendedAnswer.class)
                .lines();
    }

    private List<RowStatus> settle(String batch, ResultRow... rows) {
        return statuses(
                story.when(new SettleResults(batch, Arrays.asList(rows))).answer(SettledAnswer.class));
    }

    private ResultRow paid(int entitlement, String number) {
        return new ResultRow(ids.get(entitlement), number, null, "BANK-" + number, PAID_AT);
    }

    private ResultRow returned(int entitlement, String number) {
        return new ResultRow(ids.get(entitlement), number, "ACCOUNT_NOT_FOUND", null, PAID_AT);
    }

    private static List<RowStatus> statuses(SettledAnswer answer) {
        return answer.statuses();
    }

    private long balance(LedgerAccount account) {
        return story.state(Ledger.FUND, FUND).balance(account);
    }

    private Stage stage(int entitlement) {
        return story.state(Entitlements.ENTITLEMENT, ids.get(entitlement)).stage();
    }

    private static List<String> entitlements(DomainFixture<RewardCommand> story) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(EntitlementOpened.class::isInstance)
                .map(EntitlementOpened.class::cast)
                .map(EntitlementOpened::entitlementId)
                .toList();
    }
}
