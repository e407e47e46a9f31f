package org.gongxue.events.creditbank;

import java.time.LocalDate;

/** 撤销备案: what the body issued after this day is not recognised any more; what was recognised stays. */
public record IssuerWithdrawn(String issuerCode, LocalDate after, String reasonCode, String withdrawnBy)
        implements CreditBankEvent {}
