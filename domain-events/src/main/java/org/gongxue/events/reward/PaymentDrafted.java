package org.gongxue.events.reward;

/**
 * An approved entitlement is a line of a batch. {@code paymentNumber} 业务编号 names this attempt at the bank; the
 * attempts of one payment differ in the number's last part. {@code payeeVersion} is the version of the learner's account
 * that was known.
 */
public record PaymentDrafted(
        String entitlementId,
        String batchId,
        int line,
        String paymentNumber,
        int attempt,
        long amountFen,
        int payeeVersion)
        implements EntitlementEvent {}
