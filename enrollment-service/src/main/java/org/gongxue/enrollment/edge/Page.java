package org.gongxue.enrollment.edge;

import java.util.List;
import java.util.function.Function;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most {@link #SIZE_MAX}
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items of a page. */
    public static final int SIZE_MAX = 200;

    /** How many rows to ask the database for: one more than a page tells whether there is a next one. */
    public static final int FETCH = SIZE_MAX + 1;

    /** A page of rows that were fetched by {@link #FETCH}. */
    public static <R, T> Page<T> of(List<R> rows, Function<R, Object> cursor, Function<R, T> view) {
        var shown = rows.subList(0, Math.min(rows.size(), SIZE_MAX));
        var next = rows.size() > SIZE_MAX ? cursor.apply(shown.getLast()).toString() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /**
     * The position a cursor stands for; the beginning when there is none.
     *
     * @throws RefusedException (422) when it is no cursor of ours
     */
    public static long after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new RefusedException(Refusal.invalid("CURSOR_UNKNOWN", "cursor", cursor, null));
        }
        return Long.parseLong(cursor);
    }
}
