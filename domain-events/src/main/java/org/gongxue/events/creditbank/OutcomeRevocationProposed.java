package org.gongxue.events.creditbank;

import java.time.LocalDate;

/**
 * An administrator proposes to revoke a recognised outcome; nothing changes for its holder until another person
 * confirms.
 */
public record OutcomeRevocationProposed(
        String outcomeId, String learnerId, String reasonCode, LocalDate on, String proposedBy)
        implements CreditBankEvent {}
