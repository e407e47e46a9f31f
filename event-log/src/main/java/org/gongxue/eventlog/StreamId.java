package org.gongxue.eventlog;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of one stream: what kind of thing it is, and which one.
 *
 * @param kind lower-case letters and hyphens, such as {@code enrollment}; at most 40 characters
 * @param id printable ASCII without spaces, 1 to 120 characters; it may itself contain a slash
 */
public record StreamId(String kind, String id) implements Comparable<StreamId> {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern ID = Pattern.compile("[!-~]{1,120}");
    private static final Comparator<StreamId> BY_KIND_THEN_ID =
            Comparator.comparing(StreamId::kind).thenComparing(StreamId::id);

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if either is not what the record's comment says
     */
    public StreamId {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a stream kind: '" + kind + "'");
        }
        if (!ID.matcher(id).matches()) {
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

    @Override
    public int compareTo(StreamId other) {
        return BY_KIND_THEN_ID.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
