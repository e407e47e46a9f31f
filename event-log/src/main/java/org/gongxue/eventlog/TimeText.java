package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Moments as RFC 3339 in UTC with all six places of microseconds, {@code 2018-03-15T02:00:00.123456Z}: 27 bytes, so that
 * they are written and read without a formatter. Only years beyond four digits are left to one.
 */
final class TimeText {
    private static final int CHARS = 27;
    private static final int MICROS_OF_SECOND = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int YEAR_MAX = 9999;
    private static final int DECIMAL = 10;

    private TimeText() {}

    static byte[] of(long micros) {
        long seconds = Math.floorDiv(micros, (long) MICROS_OF_SECOND);
        var date = LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) SECONDS_OF_DAY));
        if (date.getYear() < 0 || date.getYear() > YEAR_MAX) {
            return EventBytes.instant(micros).toString().getBytes(ISO_8859_1);
        }
        int second = Math.floorMod(seconds, SECONDS_OF_DAY);
        var text = new byte[CHARS];
        put(text, 0, 4, date.getYear(), '-');
        put(text, 5, 2, date.getMonthValue(), '-');
        put(text, 8, 2, date.getDayOfMonth(), 'T');
        put(text, 11, 2, second / SECONDS_OF_HOUR, ':');
        put(text, 14, 2, second / SECONDS_OF_MINUTE % SECONDS_OF_MINUTE, ':');
        put(text, 17, 2, second % SECONDS_OF_MINUTE, '.');
        put(text, 20, 6, Math.floorMod(micros, MICROS_OF_SECOND), 'Z');
        return text;
    }

    private static void put(byte[] text, int at, int digits, int value, char behind) {
        int rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % DECIMAL);
            rest /= DECIMAL;
        }
        text[at + digits] = (byte) behind;
    }

    /**
     * Microseconds since 1970-01-01T00:00Z.
     *
     * @throws IllegalArgumentException if it is not as {@link #of} writes it
     * @throws java.time.DateTimeException if there is no such moment
     */
    static long micros(byte[] text) {
        if (text.length != CHARS) {
            return EventBytes.micros(Instant.parse(new String(text, ISO_8859_1)));
        }
        var date = LocalDate.of(number(text, 0, 4, '-'), number(text, 5, 2, '-'), number(text, 8, 2, 'T'));
        long second = (long) number(text, 11, 2, ':') * SECONDS_OF_HOUR
                + (long) number(text, 14, 2, ':') * SECONDS_OF_MINUTE
                + number(text, 17, 2, '.');
        return (date.toEpochDay() * SECONDS_OF_DAY + second) * MICROS_OF_SECOND + number(text, 20, 6, 'Z');
    }

    private static int number(byte[] text, int at, int digits, char behind) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw notATime();
            }
            value = value * DECIMAL + text[i] - '0';
        }
        if (text[at + digits] != behind) {
            throw notATime();
        }
        return value;
    }

    private static IllegalArgumentException notATime() {
        return new IllegalArgumentException("ce_time is not as it was published");
    }
}
