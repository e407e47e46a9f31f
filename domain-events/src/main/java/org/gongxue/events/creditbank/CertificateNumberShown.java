package org.gongxue.events.creditbank;

/** Somebody of the staff was shown the certificate number of an outcome; the number itself is not here. */
public record CertificateNumberShown(String outcomeId, String learnerId, String shownTo, String purpose)
        implements CreditBankEvent {}
