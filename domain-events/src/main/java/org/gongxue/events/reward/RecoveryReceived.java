package org.gongxue.events.reward;

import java.time.LocalDate;

/** 追回: it came back on that day, with the bank's reference, and is available again. */
public record RecoveryReceived(
        String entitlementId, long amountFen, String bankReference, LocalDate receivedOn, String receivedBy)
        implements EntitlementEvent {}
