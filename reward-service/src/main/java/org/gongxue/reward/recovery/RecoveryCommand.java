package org.gongxue.reward.recovery;

import java.time.LocalDate;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.entitlement.Entitlements;

/** What takes an entitlement back. */
public sealed interface RecoveryCommand extends RewardCommand {

    /** The entitlement it is about. */
    String entitlementId();

    @Override
    default StreamId home() {
        return Entitlements.ENTITLEMENT.id(entitlementId());
    }

    @Override
    default Decision decide(View view) {
        return RecoveryDecider.decide(view, this);
    }

    /** Nothing was paid and nothing will be; the business facts are free again. */
    record CancelEntitlement(String entitlementId, String reasonCode) implements RecoveryCommand {}

    /** What was paid has to come back. */
    record OrderRecovery(String entitlementId, String reasonCode) implements RecoveryCommand {}

    /** It came back; said by another person than the one who ordered it. */
    record ReceiveRecovery(String entitlementId, String bankReference, LocalDate on) implements RecoveryCommand {}

    /** The answer to all: where the entitlement stands. */
    record RecoveryAnswer(String entitlementId, String state, long amountFen) {}
}
