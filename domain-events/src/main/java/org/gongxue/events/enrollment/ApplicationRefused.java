package org.gongxue.events.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 未通过, with the rule and what failed it.
 *
 * @param code the rule: EDUCATION_BELOW_ENTRY, NOT_RECOMMENDED, DUPLICATE, or the code of a reviewer's reason
 * @param field the field that failed, if one did
 * @param value the value found
 * @param needed the value that would have passed
 * @param firstApplicationId the application this one repeats (DUPLICATE)
 */
public record ApplicationRefused(
        String applicationId,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String firstApplicationId,
        LocalDate on)
        implements ApplicationEvent {}
