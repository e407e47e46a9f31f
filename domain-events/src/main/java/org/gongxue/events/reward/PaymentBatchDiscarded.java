package org.gongxue.events.reward;

/** The batch was given up before it was approved; its lines are payable as before. */
public record PaymentBatchDiscarded(String batchId, String reason, String discardedBy) implements PaymentBatchEvent {}
