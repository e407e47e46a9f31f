package org.gongxue.reward.entitlement;

import org.jspecify.annotations.Nullable;

/**
 * The last payment attempt of an entitlement.
 *
 * @param paymentNumber 业务编号 of this attempt
 * @param number which attempt it is, from 1
 * @param payeeVersion the version of the learner's account when the line was drafted
 * @param bankReference 银行流水号 under which the bank paid, once it did; stays when the money comes back later
 */
public record PaymentAttempt(
        String batchId,
        int line,
        String paymentNumber,
        int number,
        int payeeVersion,
        Settlement settlement,
        @Nullable String bankReference) {

    PaymentAttempt confirmed(String reference) {
        return new PaymentAttempt(batchId, line, paymentNumber, number, payeeVersion, Settlement.CONFIRMED, reference);
    }

    PaymentAttempt returned() {
        return new PaymentAttempt(
                batchId, line, paymentNumber, number, payeeVersion, Settlement.RETURNED, bankReference);
    }
}
