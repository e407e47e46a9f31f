package org.gongxue.events.reward;

/**
 * 依据撤销: the fact it was opened on was revoked at its source. What follows, a cancellation or a recovery, is told by
 * events of its own, at once or when the bank has answered.
 *
 * @param reasonCode the source's reason
 * @param sourceIndex the revoking event's place in the source's log
 */
public record EntitlementRevoked(String entitlementId, String reasonCode, String source, long sourceIndex)
        implements EntitlementEvent {}
