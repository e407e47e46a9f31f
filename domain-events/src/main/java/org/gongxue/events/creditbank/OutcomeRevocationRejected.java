package org.gongxue.events.creditbank;

/** A proposed revocation was turned down, or taken back by its maker; the outcome stays recognised. */
public record OutcomeRevocationRejected(String outcomeId, String learnerId, String reasonCode, String rejectedBy)
        implements CreditBankEvent {}
