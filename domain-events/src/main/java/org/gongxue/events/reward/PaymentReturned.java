package org.gongxue.events.reward;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 退票: the bank sent the money back, for a coded reason; it is owed as before. */
public record PaymentReturned(
        String entitlementId,
        String batchId,
        int line,
        String paymentNumber,
        int attempt,
        long amountFen,
        String failureCode,
        @Nullable String bankReference,
        LocalDate returnedOn)
        implements EntitlementEvent {}
