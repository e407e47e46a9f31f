package org.gongxue.events.creditbank;

/** 学习账户: one per learner. */
public record LearningAccountOpened(String accountId, String learnerId) implements CreditBankEvent {}
