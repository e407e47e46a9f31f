package org.gongxue.events.creditbank;

import java.time.LocalDate;

/** A certificate now stands for one recognised outcome of one learner; nobody else can use it (invariant 4). */
public record CertificateClaimed(String certificateToken, String outcomeId, String learnerId, LocalDate on)
        implements CreditBankEvent {}
