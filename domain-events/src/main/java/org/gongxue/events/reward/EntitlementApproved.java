package org.gongxue.events.reward;

/** 已批未付: approved is owed. {@code approvedBy} is the policy's own id when its approval is automatic. */
public record EntitlementApproved(String entitlementId, String fundId, long amountFen, String approvedBy)
        implements EntitlementEvent {}
