package org.gongxue.reward.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.RowStatus;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.payment.PaymentCommand.SettledAnswer;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final String FUND = RewardStory.TUITION_FUND;
    private static final String WHY = "FALSE_DIPLOMA";

    private final DomainFixture<RewardCommand> story =
            RewardStory.graduates(RewardStory.fund(RewardStory.withTuitionRefund(), FUND, 2017, 1_000), "1", 700);
    private final String id = entitlements().getFirst();

    @Test
    void whatIsOwedCanBeCancelledAndTheMoneyAndTheBusinessFactsAreFree() {
        var cancelled = story.when(new CancelEntitlement(id, WHY));
        assertThat(stage(id)).isEqualTo(Stage.CANCELLED);
        assertThat(balance(LedgerAccount.AVAILABLE)).isEqualTo(1_000);
        assertThat(cancelled.recorded().stream().filter(r -> r.event() instanceof BusinessKeyReleased))
                .hasSize(2);
        story.givenReceived("enrollment", "enrollment/1", RewardStory.graduated("1"));
        assertThat(stage(entitlements().getLast())).isEqualTo(Stage.APPROVED);
        story.when(new CancelEntitlement(id, WHY)).thenRefused("ENTITLEMENT_STAGE");
    }

    @Test
    void nothingIsCancelledWhileItIsInABatchButAgainWhenTheBatchIsGivenUp() {
        var batch = draft();
        story.when(new CancelEntitlement(id, WHY)).thenRefused("ENTITLEMENT_STAGE");
        story.givenCommands(new DiscardBatch(batch, "WRONG"), new CancelEntitlement(id, WHY));
        assertThat(balance(LedgerAccount.AVAILABLE)).isEqualTo(1_000);
    }

    @Test
    void whoLeavesTheLineIsPassedOver() {
        RewardStory.graduates(RewardStory.graduates(story, "2", 500), "3", 600);
        var line = entitlements().subList(1, 3);
        story.givenCommands(new CancelEntitlement(line.getFirst(), WHY));
        RewardStory.money(story, FUND, 2, 300);
        story.givenCommands(new PromoteWaitlisted(FUND, line));
        assertThat(stage(line.getLast())).isEqualTo(Stage.APPROVED);
        assertThat(story.state(Ledger.FUND, FUND).hasWaiting()).isFalse();
    }

    @Test
    void whatWasPaidIsReceivableUntilItComesBack() {
        story.when(new OrderRecovery(id, WHY)).thenRefused("ENTITLEMENT_STAGE");
        pay();
        story.by(RewardStory.OFFICER).when(new OrderRecovery(id, WHY)).thenRefused("NOT_APPOINTED");
        story.by(RewardStory.MAKER).givenCommands(new OrderRecovery(id, WHY));
        assertThat(balance(LedgerAccount.PAID)).isZero();
        assertThat(balance(LedgerAccount.RECEIVABLE)).isEqualTo(700);
        var receipt = new ReceiveRecovery(id, "BANK7", RewardStory.TODAY);
        story.when(receipt).thenRefused("MAKER_IS_CHECKER");
        story.by(RewardStory.CHECKER)
                .when(new ReceiveRecovery(id, "BANK7", RewardStory.TODAY.plusDays(1)))
                .thenRefused("DATE_IN_FUTURE");
        story.givenCommands(receipt);
        assertThat(stage(id)).isEqualTo(Stage.RECOVERED);
        assertThat(balance(LedgerAccount.RECEIVABLE)).isZero();
        assertThat(balance(LedgerAccount.AVAILABLE)).isEqualTo(1_000);
    }

    @Test
    void aPaymentUnderRecoveryIsNotReturnedByTheBankAsWell() {
        var batch = pay();
        story.by(RewardStory.MAKER).givenCommands(new OrderRecovery(id, WHY));
        var late = story.when(new SettleResults(batch, List.of(row("ACCOUNT_CLOSED"))));
        late.thenNothing();
        assertThat(late.answer(SettledAnswer.class).statuses()).containsExactly(RowStatus.UNDER_RECOVERY);
    }

    private String draft() {
        var batch =
                story.when(new OpenBatch(FUND, "x")).answer(BatchAnswer.class).batchId();
        story.givenCommands(new ExtendBatch(batch, List.of(id), false));
        return batch;
    }

    private String pay() {
        var batch = draft();
        story.givenCommands(new FreezeBatch(batch))
                .by(RewardStory.CHECKER)
                .givenCommands(new ApproveBatch(batch, null, null), new SettleResults(batch, List.of(row(null))));
        return batch;
    }

    private ResultRow row(String failure) {
        return new ResultRow(id, "P-2018-000001-1", failure, "BANK1", BusinessCalendar.noon(RewardStory.TODAY));
    }

    private List<String> entitlements() {
        return story.events().stream()
                .map(Recorded::event)
                .filter(EntitlementOpened.class::isInstance)
                .map(EntitlementOpened.class::cast)
                .map(EntitlementOpened::entitlementId)
                .toList();
    }

    private Stage stage(String entitlement) {
        return story.state(Entitlements.ENTITLEMENT, entitlement).stage();
    }

    private long balance(LedgerAccount account) {
        return story.state(Ledger.FUND, FUND).balance(account);
    }
}
