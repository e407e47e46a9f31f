package org.gongxue.eventlog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused.
 *
 * @param kind decides the HTTP status
 * @param code upper-case words joined by underscores, such as {@code UNIT_NOT_NONPUBLIC}; names the rule and its text
 * @param field the request's field that is wrong, if one is
 * @param value the value found
 * @param needed the value that would have passed
 * @param facts further values for the message's template, never names or document numbers of people
 */
public record Refusal(
        Kind kind,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        Map<String, String> facts) {

    /** What sort of no it is. */
    public enum Kind {
        INVALID(422),
        NOT_FOUND(404),
        FORBIDDEN(403),
        CONFLICT(409);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status (RFC 9110). */
        public int status() {
            return status;
        }
    }

    public Refusal {
        // Sorted, so that a refusal is written as the same bytes wherever it is decided (invariant 7).
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** A refusal for what the command says. */
    public static Refusal invalid(
            String code, @Nullable String field, @Nullable String value, @Nullable String needed) {
        return new Refusal(Kind.INVALID, code, field, value, needed, Map.of());
    }

    /** A refusal because the thing named does not exist, or must not be seen by the caller. */
    public static Refusal notFound(String code, @Nullable String field, @Nullable String value) {
        return new Refusal(Kind.NOT_FOUND, code, field, value, null, Map.of());
    }

    /** A refusal because the caller may not do this. */
    public static Refusal forbidden(String code, @Nullable String value, @Nullable String needed) {
        return new Refusal(Kind.FORBIDDEN, code, null, value, needed, Map.of());
    }

    /** A refusal because of what already happened. */
    public static Refusal conflict(
            String code, @Nullable String field, @Nullable String value, @Nullable String needed) {
        return new Refusal(Kind.CONFLICT, code, field, value, needed, Map.of());
    }

    /** The same refusal with these facts for its text. */
    public Refusal withFacts(Map<String, String> facts) {
        return new Refusal(kind, code, field, value, needed, facts);
    }
}
