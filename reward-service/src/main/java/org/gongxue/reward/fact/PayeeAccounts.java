package org.gongxue.reward.fact;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.enrollment.PayeeAccountRecorded;

/** Whether a learner has left a bank account; the account itself never leaves the vault of the enrollment service. */
public final class PayeeAccounts {

    /** The version of the account heard of last, 0 while there is none. */
    public record PayeeState(int version) {}

    /** Payees by learner id. */
    public static final StreamType<PayeeState> PAYEE = StreamType.of(
            "payee",
            PayeeState.class,
            1,
            new PayeeState(0),
            (_, event) -> new PayeeState(((PayeeAccountRecorded) event).version()));

    private PayeeAccounts() {}
}
