package org.gongxue.events.creditbank;

import org.jspecify.annotations.Nullable;

/**
 * 认定: all checks passed.
 *
 * @param level the level recognised; absent for what has no level
 * @param heldBefore the highest level recognised before in any occupation, absent when none
 * @param heldInOccupation the highest level recognised before in the same occupation, absent when none
 */
public record OutcomeRecognized(
        String outcomeId,
        String learnerId,
        @Nullable SkillLevel level,
        @Nullable SkillLevel heldBefore,
        @Nullable SkillLevel heldInOccupation)
        implements CreditBankEvent {}
