package org.gongxue.events.reward;

/** Another person confirms a proposal; the cells' own events follow in the same commit. */
public record QuotaConfirmed(String policyId, int year, int number, String digest, String confirmedBy)
        implements QuotaGridEvent {}
