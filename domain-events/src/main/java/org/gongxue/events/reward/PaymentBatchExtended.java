package org.gongxue.events.reward;

import java.util.List;

/**
 * Lines were added to a batch; the numbers are inclusive, the amount is their sum.
 *
 * @param shares what each fund pays of that sum, the batch's own fund first
 */
public record PaymentBatchExtended(String batchId, int firstLine, int lastLine, long amountFen, List<FundShare> shares)
        implements PaymentBatchEvent {

    public PaymentBatchExtended {
        shares = List.copyOf(shares);
    }
}
