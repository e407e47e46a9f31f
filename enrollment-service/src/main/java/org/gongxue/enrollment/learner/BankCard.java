package org.gongxue.enrollment.learner;

/** A bank card number: 16 to 19 digits, the last of which checks the others (ISO/IEC 7812-1, Luhn). */
public final class BankCard {

    private BankCard() {}

    /** The form that is compared and kept: without spaces and hyphens. */
    public static String normalize(String text) {
        return text.replaceAll("[\\s-]", "");
    }

    /** Whether a normalized text is a card number. */
    public static boolean isValid(String number) {
        if (!number.matches("\\d{16,19}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** The last four digits, as shown to people. */
    public static String tail(String number) {
        return number.substring(number.length() - 4);
    }
}
