package org.gongxue.events.reward;

/** No line comes or goes any more; these are the control totals that the checker sees. */
public record PaymentBatchFrozen(String batchId, int lines, long totalFen, String frozenBy)
        implements PaymentBatchEvent {}
