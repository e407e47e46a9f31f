package org.gongxue.events.creditbank;

/** Another person confirms a proposed entry; the issuer's own {@link IssuerRegistered} follows in the same commit. */
public record IssuerConfirmed(String issuerCode, int number, String digest, String confirmedBy)
        implements CreditBankEvent {}
