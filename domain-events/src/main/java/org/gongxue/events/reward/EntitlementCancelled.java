package org.gongxue.events.reward;

/** 取消: what was not paid yet is owed no longer, for a coded reason; the business facts may be claimed again. */
public record EntitlementCancelled(String entitlementId, String reasonCode, String cancelledBy)
        implements EntitlementEvent {}
