package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the strings of texts that come again and again, such as types and actors: a fixed number of places, where
 * the newer text takes the older one's. Safe for use by several threads: a lost entry only costs decoding once more.
 */
final class RecurringTexts {
    private static final int PLACES = 1024;
    private static final int BYTES_MAX = 128;

    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    private record Known(byte[] bytes, String text) {}

    private final @Nullable Known[] places = new Known[PLACES];

    String text(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return new String(bytes, UTF_8);
        }
        int place = (Arrays.hashCode(bytes) * 0x9E3779B9) >>> 22;
        Known known = places[place];
        if (known == null || !Arrays.equals(known.bytes, bytes)) {
            known = new Known(bytes.clone(), new String(bytes, UTF_8));
            places[place] = known;
        }
        return known.text;
    }
}
