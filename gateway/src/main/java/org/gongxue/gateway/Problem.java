package org.gongxue.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error in the form of RFC 9457.
 *
 * @param type stable name of the kind of problem
 * @param title what went wrong, in the caller's language
 * @param status HTTP status
 * @param detail what to do about it, in the caller's language
 * @param code the same name for programs
 * @param field the header, parameter or part of the body that is wrong
 * @param value what it held
 * @param needed what it should hold
 * @param correlation id under which the logs know this call
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String correlation) {}
