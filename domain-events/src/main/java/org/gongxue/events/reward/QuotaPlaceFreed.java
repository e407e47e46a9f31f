package org.gongxue.events.reward;

/** 释放: an entitlement lets go of its place, because it was refused, cancelled or revoked. */
public record QuotaPlaceFreed(QuotaCell cell, String entitlementId, String reasonCode) implements QuotaCellEvent {}
