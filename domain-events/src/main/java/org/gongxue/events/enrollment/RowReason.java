package org.gongxue.events.enrollment;

import org.jspecify.annotations.Nullable;

/**
 * Why a graduation row was refused.
 *
 * @param code the rule
 * @param field the column's field name, such as {@code diplomaNumber}
 * @param value the value found, without document numbers
 * @param needed the value that would have passed
 */
public record RowReason(
        String code,
        String field,
        @Nullable String value,
        @Nullable String needed) {}
