package org.gongxue.events.creditbank;

import java.time.LocalDate;

/** A learning outcome was handed in; the certificate number stays outside, a keyed token stands for it. */
public record OutcomeDeposited(
        String outcomeId,
        String learnerId,
        OutcomeKind kind,
        String certificateToken,
        CertificateForm certificateForm,
        String occupationCode,
        String occupationEdition,
        String occupationName,
        SkillLevel level,
        LocalDate issuedOn,
        AcquisitionRoute route,
        String depositedBy)
        implements CreditBankEvent {}
