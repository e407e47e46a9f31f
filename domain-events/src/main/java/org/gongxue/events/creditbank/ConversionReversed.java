package org.gongxue.events.creditbank;

/** 冲正 of a conversion; its credits no longer count. */
public record ConversionReversed(
        String conversionId, String outcomeId, String learnerId, String enrollmentId, String reasonCode)
        implements CreditBankEvent {}
