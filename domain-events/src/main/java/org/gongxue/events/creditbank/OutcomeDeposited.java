package org.gongxue.events.creditbank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learning outcome was handed in; the number of its document stays outside, a keyed token stands for it.
 *
 * @param issuerCode the issuing body's code in the register of issuers; absent when the document names none
 * @param level the level claimed; absent for a contest result, and for a qualification without one
 * @param qualification which professional qualification, such as {@code SOCIAL_WORKER}; absent for other kinds
 * @param contest the placing; absent for other kinds
 * @param issuedOn the date on the document
 * @param depositedOn the business date on which it was handed in
 */
public record OutcomeDeposited(
        String outcomeId,
        String learnerId,
        OutcomeKind kind,
        String certificateToken,
        CertificateForm certificateForm,
        @Nullable String issuerCode,
        String occupationCode,
        String occupationEdition,
        String occupationName,
        @Nullable SkillLevel level,
        @Nullable String qualification,
        @Nullable ContestPlacing contest,
        LocalDate issuedOn,
        AcquisitionRoute route,
        LocalDate depositedOn,
        String depositedBy)
        implements CreditBankEvent {}
