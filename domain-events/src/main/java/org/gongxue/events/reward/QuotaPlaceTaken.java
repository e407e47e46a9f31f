package org.gongxue.events.reward;

/** 占用: an entitlement holds one of the cell's places. */
public record QuotaPlaceTaken(QuotaCell cell, String entitlementId) implements QuotaCellEvent {}
