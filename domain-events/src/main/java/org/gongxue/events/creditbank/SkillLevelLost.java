package org.gongxue.events.creditbank;

/** The learner's account no longer holds a skill level, because the outcome named was revoked. */
public record SkillLevelLost(String learnerId, String outcomeId, String occupationCode, SkillLevel level)
        implements CreditBankEvent {}
