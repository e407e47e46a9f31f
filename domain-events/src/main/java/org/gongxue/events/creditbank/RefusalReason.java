package org.gongxue.events.creditbank;

import org.jspecify.annotations.Nullable;

/** One failed check: the field, the value that failed and the value needed, as they may be shown. */
public record RefusalReason(
        String code,
        String field,
        @Nullable String value,
        @Nullable String needed) {}
