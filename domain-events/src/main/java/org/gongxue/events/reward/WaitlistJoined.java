package org.gongxue.events.reward;

/** 候补: an entitlement stands in line for a fund's next money; positions count from 1 and are never given twice. */
public record WaitlistJoined(String fundId, String entitlementId, int position) implements FundEvent {}
