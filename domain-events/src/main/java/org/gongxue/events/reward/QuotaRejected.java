package org.gongxue.events.reward;

/** A proposal is turned down, or taken back by its maker. */
public record QuotaRejected(String policyId, int year, int number, String rejectedBy) implements QuotaGridEvent {}
