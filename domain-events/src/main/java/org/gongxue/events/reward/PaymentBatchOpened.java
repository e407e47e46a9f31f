package org.gongxue.events.reward;

/** 拨付批次: the maker starts a batch on one fund. */
public record PaymentBatchOpened(String batchId, String fundId, String purpose, String openedBy)
        implements PaymentBatchEvent {}
