package org.gongxue.creditbank.certificate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/**
 * How the number of a skill certificate reads (domain rules, section 4).
 *
 * <p>22 characters: Y (employer) or S (social body), institution 4, province 2, site 6, year 2, level 1, serial 6. 16
 * digits: year 2, province 2, city 2, body 1, body serial 3, level 1, serial 5. Level digits run from 1 (高级技师) to 5
 * (初级工).
 */
public final class CertificateNumber {

    /** The longest text that is looked at; anything longer is no certificate number in any spelling. */
    public static final int TEXT_LENGTH_MAX = 64;

    /** What a number says, or why it says nothing. */
    public sealed interface Reading permits Read, Unreadable {}

    /**
     * A number that follows its form.
     *
     * @param issuerCode the issuing body's code in the register of issuers
     * @param yearOfCentury the last two digits of the year of issue
     * @param yearPosition where the year stands, counted from 1
     * @param levelPosition where the level stands, counted from 1
     */
    public record Read(
            CertificateForm form,
            String issuerCode,
            int yearOfCentury,
            String yearPosition,
            SkillLevel level,
            String levelPosition)
            implements Reading {}

    /**
     * A text that is no certificate number. It never carries the text itself, at most its length or one character.
     *
     * @param position the offending character's place, counted from 1; absent when the length is wrong
     */
    public record Unreadable(String code, @Nullable String position, String value, String needed) implements Reading {}

    /** Where the checked parts stand, counted from 0; {@code letter} says whether the first character is Y or S. */
    private record Layout(
            CertificateForm form, int length, boolean letter, int issuerFrom, int issuerUntil, int year, int level) {}

    private static final Layout CHARACTERS_22 = new Layout(CertificateForm.CHARACTERS_22, 22, true, 0, 7, 13, 15);
    private static final Layout DIGITS_16 = new Layout(CertificateForm.DIGITS_16, 16, false, 2, 10, 0, 10);

    /** The level each digit stands for, digit 1 first. */
    private static final List<SkillLevel> LEVELS = List.of(
            SkillLevel.SENIOR_TECHNICIAN,
            SkillLevel.TECHNICIAN,
            SkillLevel.SENIOR,
            SkillLevel.INTERMEDIATE,
            SkillLevel.BEGINNER);

    private CertificateNumber() {}

    /** One spelling per number: full-width characters narrowed, spaces and hyphens dropped, letters upper-case. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Reads a normalized number. */
    public static Reading read(String number) {
        return switch (number.length()) {
            case 22 -> read(number, CHARACTERS_22);
            case 16 -> read(number, DIGITS_16);
            default -> new Unreadable("CERTIFICATE_NUMBER_LENGTH", null, Integer.toString(number.length()), "16 / 22");
        };
    }

    private static Reading read(String number, Layout layout) {
        for (int i = 0; i < layout.length; i++) {
            var allowed = i == 0 && layout.letter ? "YS" : i == layout.level ? "12345" : "0123456789";
            if (allowed.indexOf(number.charAt(i)) < 0) {
                return new Unreadable(
                        "CERTIFICATE_NUMBER_CHARACTER",
                        Integer.toString(i + 1),
                        number.substring(i, i + 1),
                        switch (allowed) {
                            case "YS" -> "Y / S";
                            case "12345" -> "1-5";
                            default -> "0-9";
                        });
            }
        }
        return new Read(
                layout.form,
                number.substring(layout.issuerFrom, layout.issuerUntil),
                Integer.parseInt(number.substring(layout.year, layout.year + 2)),
                (layout.year + 1) + "-" + (layout.year + 2),
                LEVELS.get(number.charAt(layout.level) - '1'),
                Integer.toString(layout.level + 1));
    }
}
