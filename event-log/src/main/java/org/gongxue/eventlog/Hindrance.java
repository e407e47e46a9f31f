package org.gongxue.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What keeps an input from being decided.
 *
 * @param reason in full, for those who look after the log; it may quote the input
 * @param failure the class of what was thrown; null if the input waits behind another
 * @param behind the line that it waits behind; null if it is itself what is wrong
 */
record Hindrance(
        String reason, @Nullable String failure, @Nullable String behind) {
    private static final int REASON_CHARS_MAX = 1000;

    static Hindrance bug(Throwable thrown) {
        String tidy = thrown.toString().replace('\0', '\uFFFD');
        String cut = tidy.substring(0, Math.min(tidy.length(), REASON_CHARS_MAX));
        return new Hindrance(cut, thrown.getClass().getName(), null);
    }

    static Hindrance behind(String subject) {
        return new Hindrance("waits behind an earlier input about " + subject, null, subject);
    }
}
