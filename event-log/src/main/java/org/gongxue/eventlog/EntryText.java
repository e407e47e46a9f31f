package org.gongxue.eventlog;

import java.util.Arrays;
import java.util.Base64;

/**
 * The text of the header {@code ce_entry}: numbers and Base64, each with a space behind it, and netstrings (the length in
 * bytes, a colon, the bytes, a comma), which hold any text. One header, for each costs a producer, a broker and a reader
 * as much as a hundred bytes.
 */
final class EntryText {
    private static final int NUMBER_CHARS_MAX = 20;
    private static final int LEAF_CHARS = 44;
    private static final int DECIMAL = 10;

    private final byte[] bytes;
    private int at;

    private EntryText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What the topic says of an event beyond the attributes of a CloudEvent. */
    static byte[] of(EventBytes e, long partitionSequence) {
        int numbers = 5;
        int netstrings = 3;
        int room = (numbers + netstrings) * (NUMBER_CHARS_MAX + 2)
                + LEAF_CHARS
                + 1
                + e.actor().length
                + e.cause().length
                + e.correlation().length;
        var text = new EntryText(new byte[room]);
        text.putNumber(e.index());
        text.putNumber(e.version());
        text.putNumber(e.revision());
        text.putNumber(partitionSequence);
        text.putNumber(e.recordedMicros());
        text.putAll(Base64.getEncoder().encode(e.leaf()));
        text.put(' ');
        text.putNetstring(e.actor());
        text.putNetstring(e.cause());
        text.putNetstring(e.correlation());
        return Arrays.copyOf(text.bytes, text.at);
    }

    private void putNumber(long value) {
        if (value < 0) {
            put('-');
        }
        putDigits(Math.abs(value));
        put(' ');
    }

    /** Without a string in between: numbers were a tenth of what publishing costs. */
    private void putDigits(long value) {
        int digits = 1;
        for (long rest = value; rest >= DECIMAL; rest /= DECIMAL) {
            digits++;
        }
        at += digits;
        long rest = value;
        for (int i = at - 1; i >= at - digits; i--) {
            bytes[i] = (byte) ('0' + rest % DECIMAL);
            rest /= DECIMAL;
        }
    }

    private void putNetstring(byte[] value) {
        putDigits(value.length);
        put(':');
        putAll(value);
        put(',');
    }

    private void putAll(byte[] value) {
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
    }

    private void put(char c) {
        bytes[at++] = (byte) c;
    }

    /** Reads a text from its beginning; whatever is not as {@link #of} writes it is an {@link IllegalArgumentException}. */
    static EntryText reading(byte[] text) {
        return new EntryText(text);
    }

    long number() {
        boolean negative = at < bytes.length && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long value = digits(' ');
        return negative ? -value : value;
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    private long digits(char behind) {
        int from = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from < NUMBER_CHARS_MAX - 1) {
            value = value * DECIMAL + bytes[at++] - '0';
        }
        if (at == from || value < 0) {
            throw notAnEntry();
        }
        take(behind);
        return value;
    }

    byte[] leaf() {
        byte[] value = Base64.getDecoder().decode(bytes(LEAF_CHARS));
        take(' ');
        return value;
    }

    byte[] netstring() {
        byte[] value = bytes(Math.toIntExact(digits(':')));
        take(',');
        return value;
    }

    private byte[] bytes(int count) {
        if (count > bytes.length - at) {
            throw notAnEntry();
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private void take(char c) {
        if (at >= bytes.length || bytes[at++] != c) {
            throw notAnEntry();
        }
    }

    /** There is nothing more. */
    void end() {
        if (at != bytes.length) {
            throw notAnEntry();
        }
    }

    private IllegalArgumentException notAnEntry() {
        return new IllegalArgumentException("ce_entry is not as it was published, at byte " + at);
    }
}
