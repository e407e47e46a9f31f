package org.gongxue.creditbank;

import java.util.SequencedSet;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/**
 * Something asked of the credit bank: a capability's command, or a policy's answer to an event of the enrollment
 * service. Each is one record with its decision beside it; a decision is pure.
 */
public interface CreditBankCommand {

    /** The streams known to be needed; a refusal is recorded on the first. Further ones are read on demand. */
    SequencedSet<StreamId> reads();

    /** What becomes of it. */
    Decision decide(View view);
}
