package org.gongxue.creditbank.certificate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.SkillLevel;

/** Certificate numbers made from their parts, for properties. */
public final class Numbers {

    /** The levels a number can name, digit 1 first. */
    public static final List<SkillLevel> LEVELS = List.of(
            SkillLevel.SENIOR_TECHNICIAN,
            SkillLevel.TECHNICIAN,
            SkillLevel.SENIOR,
            SkillLevel.INTERMEDIATE,
            SkillLevel.BEGINNER);

    /** A number and what it was made from. */
    public record Made(String number, CertificateForm form, String issuerCode, int yearOfCentury, SkillLevel level) {}

    private Numbers() {}

    /** Numbers of both forms. */
    public static Arbitrary<Made> any() {
        return Arbitraries.oneOf(of22(), of16());
    }

    private static Arbitrary<Made> of22() {
        return Combinators.combine(
                        Arbitraries.of("Y", "S"),
                        digits(12),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(1, 5),
                        digits(6))
                .as((body, middle, year, digit, serial) -> new Made(
                        body + middle + two(year) + digit + serial,
                        CertificateForm.CHARACTERS_22,
                        (body + middle).substring(0, 7),
                        year,
                        LEVELS.get(digit - 1)));
    }

    private static Arbitrary<Made> of16() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        digits(8),
                        Arbitraries.integers().between(1, 5),
                        digits(5))
                .as((year, middle, digit, serial) -> new Made(
                        two(year) + middle + digit + serial,
                        CertificateForm.DIGITS_16,
                        middle,
                        year,
                        LEVELS.get(digit - 1)));
    }

    private static Arbitrary<String> digits(int count) {
        return Arbitraries.strings().numeric().ofLength(count);
    }

    private static String two(int year) {
        return "%02d".formatted(year);
    }
}
