package org.gongxue.eventlog;

import java.util.Comparator;

/**
 * The name of one stream: what kind of thing it is, and which one.
 *
 * @param kind lower-case letters and hyphens, such as {@code enrollment}; at most 40 characters
 * @param id printable ASCII without spaces, 1 to 120 characters; it may itself contain a slash
 */
public record StreamId(String kind, String id) implements Comparable<StreamId> {
    private static final int KIND_CHARS_MAX = 40;
    private static final int ID_CHARS_MAX = 120;
    private static final Comparator<StreamId> BY_KIND_THEN_ID =
            Comparator.comparing(StreamId::kind).thenComparing(StreamId::id);

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if either is not what the record's comment says
     */
    public StreamId {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("not a stream kind: '" + kind + "'");
        }
        if (!isId(id)) {
            throw new IllegalArgumentException("not a stream id of 1 to 120 printable ASCII characters: '" + id + "'");
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not {@code kind/id}
     */
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not kind/id: '" + text + "'");
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    private static boolean isKind(String text) {
        boolean right = !text.isEmpty() && text.length() <= KIND_CHARS_MAX && text.charAt(0) != '-';
        for (int i = 0; right && i < text.length(); i++) {
            char c = text.charAt(i);
            right = (c >= 'a' && c <= 'z') || c == '-';
        }
        return right;
    }

    static boolean isId(String text) {
        boolean right = !text.isEmpty() && text.length() <= ID_CHARS_MAX;
        for (int i = 0; right && i < text.length(); i++) {
            char c = text.charAt(i);
            right = c > ' ' && c <= '~';
        }
        return right;
    }

    @Override
    public int compareTo(StreamId other) {
        return BY_KIND_THEN_ID.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
