package org.gongxue.events.creditbank;

import org.jspecify.annotations.Nullable;

/**
 * One failed check, as it may be shown to the person it concerns.
 *
 * @param code the rule, upper-case words joined by underscores
 * @param field the claimed field that failed
 * @param value the value found or claimed
 * @param needed the value that would have passed
 * @param position where in the field's value the contradiction stands, counted from 1, such as {@code 16} or
 *     {@code 14-15}
 * @param cites the id of the earlier fact that stands in the way
 */
public record RefusalReason(
        String code,
        String field,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String position,
        @Nullable String cites) {

    /** A failed comparison of a whole field. */
    public RefusalReason(String code, String field, @Nullable String value, @Nullable String needed) {
        this(code, field, value, needed, null, null);
    }

    /** A failed comparison of some characters of a field. */
    public static RefusalReason at(
            String position, String code, String field, @Nullable String value, @Nullable String needed) {
        return new RefusalReason(code, field, value, needed, position, null);
    }

    /** An earlier fact stands in the way; {@code value} says when or what it was. */
    public static RefusalReason citing(String first, String code, String field, @Nullable String value) {
        return new RefusalReason(code, field, value, null, null, first);
    }
}
