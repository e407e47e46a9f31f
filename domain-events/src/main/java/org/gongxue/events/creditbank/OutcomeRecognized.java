package org.gongxue.events.creditbank;

import org.jspecify.annotations.Nullable;

/** 认定: all checks passed; {@code heldBefore} is the highest level recognised before, absent when none. */
public record OutcomeRecognized(
        String outcomeId,
        String learnerId,
        SkillLevel level,
        @Nullable SkillLevel heldBefore) implements CreditBankEvent {}
