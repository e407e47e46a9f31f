package org.gongxue.story;

import java.util.Locale;

/** Money as people read it. */
final class Yuan {

    private Yuan() {}

    /** An amount in fen as yuan with two decimals and thousands separated: {@code 2,367,600.00}. */
    static String of(long fen) {
        return String.format(Locale.ROOT, "%s%,d.%02d", fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }
}
