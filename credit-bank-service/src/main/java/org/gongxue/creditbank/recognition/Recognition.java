package org.gongxue.creditbank.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.creditbank.issuer.IssuerCheck;
import org.gongxue.creditbank.recognition.Claim.Document;
import org.gongxue.creditbank.recognition.Claim.SkillCertificate;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;

/**
 * The checks of a document against itself and against the register of issuers; all are made, and each that fails is a
 * reason.
 *
 * @param occupationCode the occupation claimed
 * @param issuedOn the date of issue claimed
 * @param today the business date
 */
public record Recognition(Document document, String occupationCode, LocalDate issuedOn, LocalDate today) {

    private static final String NUMBER = "certificateNumber";
    private static final String ISSUER = "issuerCode";

    /**
     * Everything against the document.
     *
     * @param issuer what the register says of {@link Document#issuerCode}
     * @return nothing when the claim stands
     */
    public List<RefusalReason> objections(Issuer issuer) {
        var reasons = new ArrayList<RefusalReason>();
        if (document instanceof SkillCertificate certificate) {
            reasons.addAll(contradictions(certificate));
        }
        if (issuedOn.isAfter(today)) {
            reasons.add(
                    new RefusalReason("CERTIFICATE_NOT_YET_ISSUED", "issuedOn", issuedOn.toString(), today.toString()));
        }
        reasons.addAll(
                issuer.known()
                        ? new IssuerCheck(document.kind(), occupationCode, document.level(), issuedOn)
                                .objections(issuer)
                        : List.of(unknownIssuer()));
        return reasons;
    }

    /** What a skill certificate's number says against what was claimed. */
    private List<RefusalReason> contradictions(SkillCertificate certificate) {
        var number = certificate.number();
        return Stream.of(
                        level(number.level(), certificate),
                        year(number.yearOfCentury()),
                        issuer(number.issuer(), certificate))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<RefusalReason> level(
            CertificateNumber.Part<SkillLevel> level, SkillCertificate certificate) {
        return level.value() == certificate.level()
                ? Optional.empty()
                : Optional.of(RefusalReason.at(
                        level.position(),
                        "CERTIFICATE_LEVEL_MISMATCH",
                        NUMBER,
                        certificate.level().name(),
                        level.value().name()));
    }

    private Optional<RefusalReason> year(CertificateNumber.Part<Integer> yearOfCentury) {
        var latestYear = Math.max(today.getYear(), issuedOn.getYear());
        var yearInNumber = latestYear - Math.floorMod(latestYear - yearOfCentury.value(), 100);
        return yearInNumber == issuedOn.getYear()
                ? Optional.empty()
                : Optional.of(RefusalReason.at(
                        yearOfCentury.position(),
                        "CERTIFICATE_YEAR_MISMATCH",
                        NUMBER,
                        Integer.toString(issuedOn.getYear()),
                        Integer.toString(yearInNumber)));
    }

    private static Optional<RefusalReason> issuer(CertificateNumber.Part<String> issuer, SkillCertificate certificate) {
        var named = certificate.namedIssuer();
        return named == null || named.equals(issuer.value())
                ? Optional.empty()
                : Optional.of(RefusalReason.at(
                        issuer.position(), "CERTIFICATE_ISSUER_MISMATCH", NUMBER, named, issuer.value()));
    }

    private RefusalReason unknownIssuer() {
        return document instanceof SkillCertificate certificate
                ? RefusalReason.at(
                        certificate.number().issuer().position(),
                        "CERTIFICATE_ISSUER_UNKNOWN",
                        NUMBER,
                        document.issuerCode(),
                        null)
                : new RefusalReason("CERTIFICATE_ISSUER_UNKNOWN", ISSUER, document.issuerCode(), null);
    }
}
