package org.gongxue.enrollment;

/** Synthetic people: well-formed numbers that belong to nobody. */
public final class People {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private People() {}

    /** A valid ID number with the sample province 99. */
    public static String idNumber(int number) {
        var seventeen = String.format("9901%02d19800101%03d", number / 1000 + 10, number % 1000);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /** A phone number; the user name of those who sign in. */
    public static String phone(int number) {
        return String.format("139%08d", number);
    }
}
