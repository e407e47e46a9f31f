package org.gongxue.events.creditbank;

/** A version of a conversion rule is in force within its dates; earlier conversions stay as they are. */
public record ConversionRulePublished(
        String ruleId, int ruleVersion, ConversionTerms terms, String proposedBy, String publishedBy)
        implements CreditBankEvent {}
