package org.gongxue.events.reward;

/** Lines were added to a batch; the numbers are inclusive, the amount is their sum. */
public record PaymentBatchExtended(String batchId, int firstLine, int lastLine, long amountFen)
        implements PaymentBatchEvent {}
