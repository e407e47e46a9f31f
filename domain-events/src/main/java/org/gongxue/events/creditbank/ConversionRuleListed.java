package org.gongxue.events.creditbank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A published rule version stands in the list of the program it serves. */
public record ConversionRuleListed(
        String programId,
        String ruleId,
        int ruleVersion,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) implements CreditBankEvent {}
