package org.gongxue.creditbank.conversionrule;

import org.gongxue.creditbank.CreditBankCommand;

/** What can be asked about conversion rules. */
public sealed interface ConversionRuleCommand extends CreditBankCommand
        permits ProposeConversionRule, PublishConversionRule {}
