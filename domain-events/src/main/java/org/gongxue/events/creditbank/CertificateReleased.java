package org.gongxue.events.creditbank;

/** A certificate was entered wrongly and its outcome revoked; its rightful holder may deposit it. */
public record CertificateReleased(String certificateToken, String outcomeId, String reasonCode)
        implements CreditBankEvent {}
