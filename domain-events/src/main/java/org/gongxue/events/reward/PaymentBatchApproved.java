package org.gongxue.events.reward;

/** The checker, another person than the maker, released the batch to the bank (invariant 10). */
public record PaymentBatchApproved(String batchId, int lines, long totalFen, String approvedBy)
        implements PaymentBatchEvent {}
