package org.gongxue.events.reward;

/** Events on the stream of one payment batch. */
public sealed interface PaymentBatchEvent extends RewardEvent
        permits PaymentBatchOpened,
                PaymentBatchExtended,
                PaymentLineRevoked,
                PaymentBatchFrozen,
                PaymentBatchApproved,
                PaymentBatchDiscarded,
                PaymentBatchExported,
                PaymentResultsImported {}
