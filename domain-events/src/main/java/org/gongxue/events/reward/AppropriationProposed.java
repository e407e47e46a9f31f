package org.gongxue.events.reward;

import java.time.LocalDate;

/** 拨款 entered by one person under its document number 拨款文号; {@code number} counts the fund's appropriations from 1. */
public record AppropriationProposed(
        String fundId, int number, String documentNumber, long amountFen, LocalDate on, String proposedBy)
        implements FundEvent {}
