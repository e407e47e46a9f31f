package org.gongxue.kit.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.gongxue.eventlog.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) with the field, the value and the rule, in the caller's language.
 *
 * @param type a URN that names the rule: {@code urn:gongxue:problem:<code>}
 * @param title the rule's short name
 * @param status the HTTP status
 * @param detail what is wrong and what to do about it
 * @param code the rule's stable name
 * @param field which part of the request, absent when none
 * @param value what it held
 * @param needed what it should hold
 * @param errors further errors of the same request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        List<Problem> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A refusal told in a language. */
    public static Problem of(Refusal refusal, Locale locale) {
        return of(refusal.kind().status(), refusal, locale, List.of());
    }

    /** A refusal under another status, with further errors. */
    public static Problem of(int status, Refusal refusal, Locale locale, List<Problem> errors) {
        return new Problem(
                "urn:gongxue:problem:" + refusal.code(),
                Messages.title(refusal.code(), locale),
                status,
                Messages.detail(refusal, locale),
                refusal.code(),
                refusal.field(),
                refusal.value(),
                refusal.needed(),
                errors);
    }

    /** The response that carries this problem. */
    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
