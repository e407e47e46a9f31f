package org.gongxue.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a log; what is null is not asked for.
 *
 * @param stream one stream, {@code kind/id}, or all streams of a {@code kind}
 * @param type a wire name, or its last part; accepted inputs of that type are found as well
 * @param about an id that the event's stream or data names, such as a learner's
 * @param from not before this moment
 * @param to before this moment
 * @param occurred whether the moments are those at which events happened; otherwise those at which they were recorded,
 *     which is fast
 * @param correlation what the event belongs to
 * @param after above this index
 * @param before below this index
 * @param limit the most events to find
 */
public record EventQuery(
        @Nullable String stream,
        @Nullable String type,
        @Nullable String about,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean occurred,
        @Nullable String correlation,
        @Nullable Long after,
        @Nullable Long before,
        int limit) {

    /** Everything, newest first. */
    public static EventQuery newest(int limit) {
        return new EventQuery(null, null, null, null, null, false, null, null, null, limit);
    }

    /** The same below an index. */
    public EventQuery below(long index) {
        return new EventQuery(stream, type, about, from, to, occurred, correlation, after, index, limit);
    }

    /** Whether one stream is asked for, not a kind. */
    boolean ofOneStream() {
        return stream != null && stream.indexOf('/') > 0;
    }
}
