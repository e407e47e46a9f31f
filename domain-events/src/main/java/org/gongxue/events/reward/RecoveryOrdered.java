package org.gongxue.events.reward;

/** 追回: what was paid has to come back, for a coded reason; it is receivable. */
public record RecoveryOrdered(String entitlementId, long amountFen, String reasonCode, String orderedBy)
        implements EntitlementEvent {}
