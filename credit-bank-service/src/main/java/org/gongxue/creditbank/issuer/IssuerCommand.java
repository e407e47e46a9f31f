package org.gongxue.creditbank.issuer;

import org.gongxue.creditbank.CreditBankCommand;

/** What can be asked about an issuer. */
public sealed interface IssuerCommand extends CreditBankCommand
        permits ProposeIssuer, ConfirmIssuer, RejectIssuer, WithdrawIssuer {}
