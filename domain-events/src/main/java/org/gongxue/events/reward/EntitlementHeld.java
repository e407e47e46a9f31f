package org.gongxue.events.reward;

/** The money is set aside and an officer has to approve. */
public record EntitlementHeld(String entitlementId, String fundId, long amountFen) implements EntitlementEvent {}
