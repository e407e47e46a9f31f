package org.gongxue.events.reward;

import java.time.LocalDate;

/** The checker, another person than the maker, released the batch to the bank (invariant 10). */
public record PaymentBatchApproved(String batchId, int lines, long totalFen, LocalDate approvedOn, String approvedBy)
        implements PaymentBatchEvent {}
