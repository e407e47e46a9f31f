package org.gongxue.events.reward;

/**
 * 候补: owed by the policy, but there is no free place or the fund is short.
 *
 * @param line whether it waits for a place or for money
 * @param lineId the id of the quota cell's stream, or the fund
 * @param position the n-th in that line
 */
public record EntitlementWaitlisted(String entitlementId, WaitingLine line, String lineId, int position)
        implements EntitlementEvent {}
