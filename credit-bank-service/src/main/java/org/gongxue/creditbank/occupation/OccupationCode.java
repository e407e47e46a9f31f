package org.gongxue.creditbank.occupation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 职业编码 of 《中华人民共和国职业分类大典》, editions 1999, 2015 and 2022: seven digits written {@code 6-31-01-03}. What is paid
 * once per occupation rests on it, so every way to type a code comes out as the same text.
 */
public final class OccupationCode {

    /** How a code looks, for people. */
    public static final String FORM = "6-31-01-03";
    /** The most characters that are read. */
    public static final int TEXT_LENGTH_MAX = 40;

    /** What people type between the parts: spaces, and hyphens, dashes and minus signs of any width. */
    private static final String GAP = "[\\s\\p{Z}\\p{Pd}\\u2212\\u30FC]*";

    private static final Pattern CODE =
            Pattern.compile(GAP + "([0-9])" + GAP + "([0-9]{2})" + GAP + "([0-9]{2})" + GAP + "([0-9]{2})" + GAP);

    private OccupationCode() {}

    /** The one spelling of a code as somebody typed it; empty when it is none. */
    public static Optional<String> normalized(String typed) {
        var code = CODE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        return code.matches()
                ? Optional.of(String.join("-", code.group(1), code.group(2), code.group(3), code.group(4)))
                : Optional.empty();
    }
}
