package org.gongxue.enrollment.unit;

import java.util.Set;

/** 行政区划代码 (GB/T 2260): six digits. Codes are dated, so only the form and the province are checked. */
public final class DivisionCode {

    /** Unassigned by the standard; sample people carry it. */
    public static final String SAMPLE_PROVINCE = "99";

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private DivisionCode() {}

    /** Whether it is six digits of a province, or of the sample province. */
    public static boolean isValid(String code) {
        return code.matches("\\d{6}") && (PROVINCES.contains(code.substring(0, 2)) || code.startsWith(SAMPLE_PROVINCE));
    }
}
