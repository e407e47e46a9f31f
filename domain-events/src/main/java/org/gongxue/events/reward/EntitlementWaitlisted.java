package org.gongxue.events.reward;

/** 候补: owed by the policy, but the fund is short; the n-th in its line. */
public record EntitlementWaitlisted(String entitlementId, String fundId, int position) implements EntitlementEvent {}
