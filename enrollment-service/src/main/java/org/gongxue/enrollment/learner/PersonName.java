package org.gongxue.enrollment.learner;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A person's name: Chinese with rare characters, minority names with a middle dot, foreign names. */
public final class PersonName {

    /** Letters of any script (ideographs of all planes among them), joined by dots, spaces or hyphens. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}〇]+([·.' -][\\p{L}\\p{M}〇]+)*\\.?(（样例）)?");

    private static final int CODE_POINTS_MIN = 2;
    private static final int CODE_POINTS_MAX = 60;

    private PersonName() {}

    /** The form that is compared and kept: composed, without outer spaces, every kind of middle dot as {@code ·}. */
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[•‧∙・･᛫．]", "·")
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
    }

    /** Whether a normalized text can be a name. */
    public static boolean isValid(String name) {
        var length = name.codePointCount(0, name.length());
        return length >= CODE_POINTS_MIN
                && length <= CODE_POINTS_MAX
                && FORM.matcher(name).matches();
    }

    /** The name as it may be shown to others: the first character and stars. */
    public static String masked(String name) {
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "*".repeat(Math.min(2, name.codePointCount(0, name.length()) - 1));
    }
}
