package org.gongxue.enrollment.learner;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.gongxue.enrollment.unit.DivisionCode;

/** 公民身份号码 of 18 characters: division, date of birth, sequence, check character (GB 11643-1999). */
public final class IdNumber {

    /** What is wrong with a number. */
    public enum Fault {
        /** Not 17 digits and a digit or X; {@code 1.1E+17} among them. */
        ID_NUMBER_FORM,
        /** The first six digits are no division. */
        ID_NUMBER_DIVISION,
        /** The digits 7 to 14 are no day, or one to come. */
        ID_NUMBER_DATE,
        /** The last character does not check the others. */
        ID_NUMBER_CHECK
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /** The form that is compared and kept: half-width, upper case, without spaces. */
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * The first fault of a normalized number, if it has one.
     *
     * @param today nobody is born later
     */
    public static Optional<Fault> fault(String number, LocalDate today) {
        if (!number.matches("\\d{17}[0-9X]")) {
            return Optional.of(Fault.ID_NUMBER_FORM);
        }
        if (!DivisionCode.isValid(number.substring(0, 6))) {
            return Optional.of(Fault.ID_NUMBER_DIVISION);
        }
        if (!isBirthday(number.substring(6, 14), today)) {
            return Optional.of(Fault.ID_NUMBER_DATE);
        }
        return check(number) == number.charAt(17) ? Optional.empty() : Optional.of(Fault.ID_NUMBER_CHECK);
    }

    /** The number as it may be shown: the first three and last two characters. */
    public static String masked(String number) {
        return number.substring(0, 3) + "*************" + number.substring(16);
    }

    /** The check character that belongs to the first 17 digits. */
    static char check(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isBirthday(String digits, LocalDate today) {
        try {
            var birthday = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
            return birthday.getYear() >= 1900 && !birthday.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
