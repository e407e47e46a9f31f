package org.gongxue.events.creditbank;

import java.time.LocalDate;

/** A recognised outcome was found false or withdrawn: one person proposed it, another confirmed it. */
public record OutcomeRevoked(String outcomeId, String learnerId, String reasonCode, LocalDate on)
        implements CreditBankEvent {}
