package org.gongxue.creditbank.outcome;

import org.gongxue.creditbank.CreditBankCommand;

/** What can be asked about an outcome. */
public sealed interface OutcomeCommand extends CreditBankCommand permits DepositOutcome, ShowCertificateNumber {}
