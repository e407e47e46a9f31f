package org.gongxue.events.reward;

import java.time.LocalDate;

/** 到账: the bank says it paid, with its reference 银行流水号. */
public record PaymentConfirmed(
        String entitlementId,
        String batchId,
        int line,
        String paymentNumber,
        int attempt,
        long amountFen,
        String bankReference,
        LocalDate paidOn)
        implements EntitlementEvent {}
