package org.gongxue.events.creditbank;

/** A proposed entry in the register of issuers was turned down, or taken back by its maker. */
public record IssuerRejected(String issuerCode, int number, String rejectedBy) implements CreditBankEvent {}
