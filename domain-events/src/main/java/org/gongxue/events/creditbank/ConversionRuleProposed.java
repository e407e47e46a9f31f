package org.gongxue.events.creditbank;

/** An administrator proposed a version of a conversion rule; another person has to publish it. */
public record ConversionRuleProposed(String ruleId, int ruleVersion, ConversionTerms terms, String proposedBy)
        implements CreditBankEvent {}
