package org.gongxue.creditbank.certificate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/**
 * How the number of a document reads (domain rules, section 4).
 *
 * <p>A skill certificate's has 22 characters: Y (employer) or S (social body), institution 4, province 2, site 6, year
 * 2, level 1, serial 6; or 16 digits: year 2, province 2, city 2, body 1, body serial 3, level 1, serial 5. Level digits
 * run from 1 (高级技师) to 5 (初级工). The issuer's code is the first seven characters, or digits 3 to 10. Other documents
 * are numbered as their bodies please.
 */
public final class CertificateNumber {

    /** The longest text that is looked at; anything longer is no number in any spelling. */
    public static final int TEXT_LENGTH_MAX = 64;

    /** The fewest and the most characters of a number that follows no form. */
    static final int OWN_LENGTH_MIN = 4;

    static final int OWN_LENGTH_MAX = 40;

    /** What a skill certificate's number says, or why it says nothing. */
    public sealed interface Reading permits Read, Unreadable {}

    /**
     * A number that follows its form.
     *
     * @param issuer the issuing body's code in the register of issuers
     * @param yearOfCentury the last two digits of the year of issue
     */
    public record Read(CertificateForm form, Part<String> issuer, Part<Integer> yearOfCentury, Part<SkillLevel> level)
            implements Reading {}

    /** What some characters of a number say, and which they are, counted from 1, such as {@code 16} or {@code 14-15}. */
    public record Part<T>(T value, String position) {}

    /**
     * A text that is no certificate number. It never carries the text itself, at most its length or one character.
     *
     * @param position the offending character's place, counted from 1; absent when the length is wrong
     */
    public record Unreadable(String code, @Nullable String position, String value, String needed) implements Reading {}

    /** Some characters, counted from 0; {@code until} is not among them. */
    private record Span(int from, int until) {

        private <T> Part<T> says(T value) {
            return new Part<>(value, until - from == 1 ? Integer.toString(until) : (from + 1) + "-" + until);
        }

        private String in(String number) {
            return number.substring(from, until);
        }
    }

    /** Where the checked parts stand; {@code letter} says whether the first character is Y or S. */
    private record Layout(CertificateForm form, int length, boolean letter, Span issuer, Span year, Span level) {}

    private static final Layout CHARACTERS_22 =
            new Layout(CertificateForm.CHARACTERS_22, 22, true, new Span(0, 7), new Span(13, 15), new Span(15, 16));
    private static final Layout DIGITS_16 =
            new Layout(CertificateForm.DIGITS_16, 16, false, new Span(2, 10), new Span(0, 2), new Span(10, 11));

    /** The level each digit stands for, digit 1 first. */
    private static final List<SkillLevel> LEVELS = List.of(
            SkillLevel.SENIOR_TECHNICIAN,
            SkillLevel.TECHNICIAN,
            SkillLevel.SENIOR,
            SkillLevel.INTERMEDIATE,
            SkillLevel.BEGINNER);

    private static final Pattern SPACES_AND_HYPHENS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private CertificateNumber() {}

    /** One spelling per number: full-width characters narrowed, spaces and hyphens dropped, letters upper-case. */
    public static String normalized(String text) {
        var narrowed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACES_AND_HYPHENS.matcher(narrowed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Reads the normalized number of a skill certificate. */
    public static Reading read(String number) {
        return switch (number.length()) {
            case 22 -> read(number, CHARACTERS_22);
            case 16 -> read(number, DIGITS_16);
            default -> new Unreadable("CERTIFICATE_NUMBER_LENGTH", null, Integer.toString(number.length()), "16 / 22");
        };
    }

    /** Why a normalized text cannot be the number of a document that is numbered as its body pleases; empty when it can. */
    public static Optional<Unreadable> objectionToOwn(String number) {
        var length = number.codePointCount(0, number.length());
        if (length < OWN_LENGTH_MIN || length > OWN_LENGTH_MAX) {
            return Optional.of(new Unreadable(
                    "DOCUMENT_NUMBER_LENGTH", null, Integer.toString(length), OWN_LENGTH_MIN + " – " + OWN_LENGTH_MAX));
        }
        var unprintable = UNPRINTABLE.matcher(number);
        return unprintable.find()
                ? Optional.of(new Unreadable(
                        "CERTIFICATE_NUMBER_CHARACTER",
                        Integer.toString(unprintable.start() + 1),
                        "U+%04X".formatted(number.codePointAt(unprintable.start())),
                        "PRINTABLE"))
                : Optional.empty();
    }

    private static Reading read(String number, Layout layout) {
        for (int i = 0; i < layout.length; i++) {
            var allowed = i == 0 && layout.letter ? "YS" : i == layout.level.from ? "12345" : "0123456789";
            if (allowed.indexOf(number.charAt(i)) < 0) {
                return new Unreadable(
                        "CERTIFICATE_NUMBER_CHARACTER",
                        Integer.toString(i + 1),
                        number.substring(i, number.offsetByCodePoints(i, 1)),
                        switch (allowed) {
                            case "YS" -> "Y / S";
                            case "12345" -> "1-5";
                            default -> "0-9";
                        });
            }
        }
        return new Read(
                layout.form,
                layout.issuer.says(layout.issuer.in(number)),
                layout.year.says(Integer.parseInt(layout.year.in(number))),
                layout.level.says(LEVELS.get(number.charAt(layout.level.from) - '1')));
    }
}
