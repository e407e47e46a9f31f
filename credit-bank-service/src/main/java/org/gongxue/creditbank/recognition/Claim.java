package org.gongxue.creditbank.recognition;

import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/** What somebody hands in: a document, or a number that no document can have. */
public sealed interface Claim {

    /** A number that cannot be read; nothing is deposited. */
    record Illegible(CertificateNumber.Unreadable number) implements Claim {}

    /** A document with what it is said to prove. */
    sealed interface Document extends Claim {

        /** Which kind of outcome it proves. */
        OutcomeKind kind();

        /** Which numbering it follows. */
        CertificateForm form();

        /** The issuing body's code in the register of issuers. */
        String issuerCode();

        /** The level claimed; absent for what has none. */
        @Nullable
        SkillLevel level();
    }

    /**
     * A skill certificate; its number names the issuer, the year and the level.
     *
     * @param namedIssuer the issuer's code as claimed, absent when only the number says it
     */
    record SkillCertificate(
            CertificateNumber.Read number,
            SkillLevel level,
            @Nullable String namedIssuer) implements Document {

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.SKILL_CERTIFICATE;
        }

        @Override
        public CertificateForm form() {
            return number.form();
        }

        @Override
        public String issuerCode() {
            return number.issuer().value();
        }
    }

    /** A professional qualification, such as {@code SOCIAL_WORKER}. */
    record Qualification(
            String issuerCode,
            String qualification,
            @Nullable SkillLevel level) implements Document {

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PROFESSIONAL_QUALIFICATION;
        }

        @Override
        public CertificateForm form() {
            return CertificateForm.OTHER;
        }
    }

    /** A placing in a skills contest. */
    record ContestResult(String issuerCode, ContestPlacing placing) implements Document {

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CONTEST_RESULT;
        }

        @Override
        public CertificateForm form() {
            return CertificateForm.OTHER;
        }

        @Override
        public @Nullable SkillLevel level() {
            return null;
        }
    }

    /** A skill certificate by its normalized number. */
    static Claim skillCertificate(String number, SkillLevel level, @Nullable String namedIssuer) {
        return switch (CertificateNumber.read(number)) {
            case CertificateNumber.Read read -> new SkillCertificate(read, level, namedIssuer);
            case CertificateNumber.Unreadable unreadable -> new Illegible(unreadable);
        };
    }

    /** A document whose normalized number follows no form. */
    static Claim numberedFreely(String number, Document document) {
        return CertificateNumber.objectionToOwn(number)
                .<Claim>map(Illegible::new)
                .orElse(document);
    }
}
