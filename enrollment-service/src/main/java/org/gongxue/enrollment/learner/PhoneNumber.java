package org.gongxue.enrollment.learner;

import java.text.Normalizer;

/** A mobile number of mainland China: 11 digits. */
public final class PhoneNumber {

    private PhoneNumber() {}

    /** The form that is compared and kept: half-width digits without spaces, hyphens and country code. */
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .replaceFirst("^(\\+|00)86", "");
    }

    /** Whether a normalized text is a mobile number. */
    public static boolean isValid(String phone) {
        return phone.matches("1[3-9]\\d{9}");
    }

    /** The number as it may be shown: first three and last four digits. */
    public static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
