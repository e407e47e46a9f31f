package org.gongxue.events.creditbank;

import java.time.LocalDate;

/** A recognised outcome was found false or withdrawn. */
public record OutcomeRevoked(String outcomeId, String learnerId, String reasonCode, LocalDate on)
        implements CreditBankEvent {}
