package org.gongxue.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * 工种: an occupation that certificates are issued for. Codes begin with the unassigned 6-99.
 *
 * @param code 职业编码
 * @param name marked 样例
 */
record Trade(String code, String name) {

    /** The edition of the codes. */
    static final String EDITION = "2015";

    private static final int IN_ONE_CLASS = 20;

    /** The first {@code count} sample trades. */
    static List<Trade> first(int count) {
        return IntStream.range(0, count).mapToObj(Trade::of).toList();
    }

    private static Trade of(int place) {
        return new Trade(
                String.format(Locale.ROOT, "6-99-%02d-%02d", place / IN_ONE_CLASS + 1, place % IN_ONE_CLASS + 1),
                String.format(Locale.ROOT, "样例工种%03d", place + 1));
    }
}
