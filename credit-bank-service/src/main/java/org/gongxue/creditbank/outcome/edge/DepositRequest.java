package org.gongxue.creditbank.outcome.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.issuer.edge.IssuerResource;
import org.gongxue.creditbank.occupation.edge.Occupations;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.ContestPlacing.ContestLevel;
import org.gongxue.events.creditbank.ContestPlacing.ContestRound;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A document handed in.
 *
 * @param learnerId whose; absent or {@code me} for the caller's own
 * @param certificateNumber a skill certificate's 22 characters or 16 digits, another document's 4 to 40 characters;
 *     spaces and hyphens are ignored
 * @param kind a skill certificate when absent
 * @param issuerCode the issuing body in the register; a skill certificate's number names it, other documents' do not
 * @param occupationCode 职业编码 of the edition, such as {@code 6-31-01-03}; spaces, dashes and full-width digits are
 *     brought to that form
 * @param occupationEdition 职业分类大典: 1999, 2015 or 2022
 * @param level needed for a skill certificate, none for a contest result
 * @param qualification which professional qualification, such as {@code SOCIAL_WORKER}
 * @param contest the placing of a contest result
 */
public record DepositRequest(
        @Nullable @Pattern(regexp = OutcomeResource.ID) String learnerId,
        @NotNull @Pattern(regexp = NUMBER) String certificateNumber,
        @Nullable OutcomeKind kind,
        @Nullable @Pattern(regexp = IssuerResource.CODE) String issuerCode,

        @NotNull @Pattern(regexp = Occupations.TYPED) String occupationCode,

        @NotNull @Pattern(regexp = "1999|2015|2022") String occupationEdition,
        @NotNull @Pattern(regexp = NAME) String occupationName,
        @Nullable SkillLevel level,
        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String qualification,
        @Nullable @Valid ContestRequest contest,
        @NotNull LocalDate issuedOn,
        @NotNull AcquisitionRoute route) {

    /** Something beside spaces, and nothing that is no character or breaks the line. */
    private static final String NUMBER = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1," + CertificateNumber.TEXT_LENGTH_MAX + "}";

    private static final String NAME = "(?=.*\\S)\\P{C}{1,60}";

    /** A placing in a skills contest. */
    public record ContestRequest(
            @NotNull ContestLevel level,
            @NotNull ContestRound highestRound,
            @Min(1) @Max(1000) int rank,
            @NotNull Boolean certifiedTrade) {

        private ContestPlacing placing() {
            return new ContestPlacing(level, highestRound, rank, certifiedTrade);
        }
    }

    /**
     * What is claimed.
     *
     * @param number the normalized number
     * @throws RefusedException when a part is missing for the kind, or does not belong to it
     */
    Claim claim(String number) {
        return switch (Objects.requireNonNullElse(kind, OutcomeKind.SKILL_CERTIFICATE)) {
            case SKILL_CERTIFICATE -> {
                mustBeAbsent("qualification", qualification);
                mustBeAbsent("contest", contest);
                yield Claim.skillCertificate(number, needed("level", level), issuerCode);
            }
            case PROFESSIONAL_QUALIFICATION -> {
                mustBeAbsent("contest", contest);
                yield Claim.numberedFreely(
                        number,
                        new Claim.Qualification(
                                needed("issuerCode", issuerCode), needed("qualification", qualification), level));
            }
            case CONTEST_RESULT -> {
                mustBeAbsent("level", level);
                mustBeAbsent("qualification", qualification);
                yield Claim.numberedFreely(
                        number,
                        new Claim.ContestResult(
                                needed("issuerCode", issuerCode),
                                needed("contest", contest).placing()));
            }
        };
    }

    /**
     * The occupation in its one spelling.
     *
     * @throws RefusedException when it is no code
     */
    String occupation() {
        return Occupations.normalized("occupationCode", occupationCode);
    }

    @Override
    public String toString() {
        return "DepositRequest[…]";
    }

    private <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new RefusedException(Refusal.invalid("FIELD_MISSING_FOR_KIND", field, null, kindName()));
        }
        return value;
    }

    private void mustBeAbsent(String field, @Nullable Object value) {
        if (value != null) {
            throw new RefusedException(Refusal.invalid("FIELD_NOT_FOR_KIND", field, value.toString(), kindName()));
        }
    }

    private String kindName() {
        return Objects.requireNonNullElse(kind, OutcomeKind.SKILL_CERTIFICATE).name();
    }
}
