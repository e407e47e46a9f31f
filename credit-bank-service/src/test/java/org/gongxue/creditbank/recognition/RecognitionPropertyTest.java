package org.gongxue.creditbank.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.certificate.CertificateNumber.Read;
import org.gongxue.creditbank.certificate.Numbers;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;

class RecognitionPropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Could always issue everything. */
    private static final Issuer ISSUER =
            new Issuer("样例", List.of(new Issuer.Term(List.of(World.EVERYTHING), LocalDate.of(1800, 1, 1), null)), null);

    @Property
    void aClaimThatAgreesWithTheNumberStands(@ForAll("numbers") Numbers.Made made, @ForAll("dates") LocalDate issued) {
        var issuedOn = inYearOf(made, issued);
        Assume.that(!issuedOn.isAfter(TODAY));
        assertThat(reasons(made, made.level(), issuedOn)).isEmpty();
    }

    @Property
    void everyOtherLevelIsRefusedAndItsPlaceNamed(
            @ForAll("numbers") Numbers.Made made, @ForAll SkillLevel claimed, @ForAll("dates") LocalDate issued) {
        Assume.that(claimed != made.level());
        assertThat(reasons(made, claimed, inYearOf(made, issued)))
                .contains(RefusalReason.at(
                        made.form() == CertificateForm.DIGITS_16 ? "11" : "16",
                        "CERTIFICATE_LEVEL_MISMATCH",
                        "certificateNumber",
                        claimed.name(),
                        made.level().name()));
    }

    @Property
    void everyOtherYearIsRefusedAndItsPlaceNamed(
            @ForAll("numbers") Numbers.Made made, @ForAll("dates") LocalDate issuedOn) {
        Assume.that(issuedOn.getYear() % 100 != made.yearOfCentury());
        assertThat(reasons(made, made.level(), issuedOn)).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("CERTIFICATE_YEAR_MISMATCH");
            assertThat(reason.position()).isEqualTo(made.form() == CertificateForm.DIGITS_16 ? "1-2" : "14-15");
            assertThat(reason.value()).isEqualTo(Integer.toString(issuedOn.getYear()));
            assertThat(reason.needed()).endsWith("%02d".formatted(made.yearOfCentury()));
        });
    }

    @Property
    void everyDateAfterTodayIsRefused(@ForAll("numbers") Numbers.Made made, @ForAll("datesToCome") LocalDate issued) {
        assertThat(reasons(made, made.level(), issued))
                .contains(new RefusalReason(
                        "CERTIFICATE_NOT_YET_ISSUED", "issuedOn", issued.toString(), TODAY.toString()));
    }

    @Property
    void aDateOfTheRightYearInAnotherCenturyIsRefused(@ForAll("numbers") Numbers.Made made) {
        var hundredYearsEarly = inYearOf(made, TODAY).minusYears(100);
        assertThat(reasons(made, made.level(), hundredYearsEarly))
                .extracting(RefusalReason::code)
                .containsExactly("CERTIFICATE_YEAR_MISMATCH");
    }

    /** The same day and month in the latest year up to this one that the number can mean. */
    private static LocalDate inYearOf(Numbers.Made made, LocalDate day) {
        return day.withYear(TODAY.getYear() - Math.floorMod(TODAY.getYear() - made.yearOfCentury(), 100));
    }

    private static List<RefusalReason> reasons(Numbers.Made made, SkillLevel level, LocalDate issuedOn) {
        var document = new Claim.SkillCertificate((Read) CertificateNumber.read(made.number()), level, null);
        return new Recognition(document, "6-31-01-03", issuedOn, TODAY).objections(ISSUER);
    }

    @Provide
    Arbitrary<Numbers.Made> numbers() {
        return Numbers.any();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return between(LocalDate.of(1990, 1, 1), LocalDate.of(2040, 12, 31));
    }

    @Provide
    Arbitrary<LocalDate> datesToCome() {
        return between(TODAY.plusDays(1), LocalDate.of(2099, 12, 31));
    }

    private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(first.toEpochDay(), last.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
