package org.gongxue.events.creditbank;

/** The learner's account holds one more skill level, by the recognised outcome named. */
public record SkillLevelHeld(String learnerId, String outcomeId, String occupationCode, SkillLevel level)
        implements CreditBankEvent {}
