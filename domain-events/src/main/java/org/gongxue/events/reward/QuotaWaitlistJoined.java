package org.gongxue.events.reward;

/** 候补: all places are in use; the n-th in the cell's line. Positions are given once and in order. */
public record QuotaWaitlistJoined(QuotaCell cell, String entitlementId, int position) implements QuotaCellEvent {}
