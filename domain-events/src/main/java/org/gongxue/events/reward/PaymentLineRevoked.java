package org.gongxue.events.reward;

/** 依据撤销: what this line was to pay was revoked before anybody approved the batch, so the batch cannot be approved any more. */
public record PaymentLineRevoked(String batchId, int line, String entitlementId) implements PaymentBatchEvent {}
