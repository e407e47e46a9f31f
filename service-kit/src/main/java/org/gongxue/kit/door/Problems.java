package org.gongxue.kit.door;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.eventlog.Refusal;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every error a caller can meet, told as a problem. A caller's mistake is never a 500. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final Pattern AWAY_STATE = Pattern.compile("(08|53|57|58|99).*");
    private static final Set<Integer> AWAY_STATUS = Set.of(502, 503, 504);
    private static final int CAUSES_MAX = 20;

    @ServerExceptionMapper
    Response refused(RefusedException e, HttpHeaders headers) {
        return problem(e.refusal(), headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        var errors = e.getConstraintViolations().stream()
                .map(v -> {
                    var refusal = Refusal.invalid(
                            "INVALID_VALUE", field(v.getPropertyPath().toString()), shown(v.getInvalidValue()), null);
                    return Problem.of(refusal.withFacts(Map.of("rule", v.getMessage())), locale(headers));
                })
                .toList();
        var first = errors.getFirst();
        return new Problem(
                        first.type(),
                        first.title(),
                        400,
                        first.detail(),
                        first.code(),
                        first.field(),
                        first.value(),
                        first.needed(),
                        errors.size() > 1 ? errors : List.of())
                .response();
    }

    @ServerExceptionMapper
    Response unreadable(JacksonException e, HttpHeaders headers) {
        return unreadableJson(e, headers);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, HttpHeaders headers) {
        if (e.getCause() instanceof JacksonException json) {
            return unreadableJson(json, headers);
        }
        var status = e.getResponse().getStatus();
        var code = e instanceof NotFoundException ? "NO_SUCH_PAGE" : "HTTP_" + status;
        var kind = status == 404 ? Refusal.Kind.NOT_FOUND : Refusal.Kind.INVALID;
        var refusal = new Refusal(kind, code, null, null, null, Map.of("status", Integer.toString(status)));
        return Problem.of(status, refusal, locale(headers), List.of()).response();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
        var refusal = Refusal.forbidden("SIGN_IN_REQUIRED", null, null);
        return Problem.of(401, refusal, locale(headers), List.of()).response();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return problem(Refusal.forbidden("ROLE_REQUIRED", null, null), headers);
    }

    @ServerExceptionMapper
    Response busy(LogBusyException e, HttpHeaders headers) {
        return away(Refusal.conflict("BUSY", null, null, null), headers);
    }

    @ServerExceptionMapper
    Response away(AwayException e, HttpHeaders headers) {
        LOG.warnf(e.getCause(), "%s", e.refusal().code());
        return away(e.refusal(), headers);
    }

    /** Not now, but soon. */
    private static Response away(Refusal refusal, HttpHeaders headers) {
        return Response.fromResponse(
                        Problem.of(503, refusal, locale(headers), List.of()).response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response completion(CompletionException e, HttpHeaders headers) {
        return switch (e.getCause()) {
            case RefusedException refused -> refused(refused, headers);
            case LogBusyException busy -> busy(busy, headers);
            case null, default -> unexpected(e, headers);
        };
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e, HttpHeaders headers) {
        if (isAway(e)) {
            LOG.warnf("away for a moment: %s", e.getMessage());
            return away(Refusal.conflict("BUSY", null, null, null), headers);
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(e, "Incident %s", incident);
        var refusal = Refusal.conflict("UNEXPECTED", null, null, null).withFacts(Map.of("incident", incident));
        return Problem.of(500, refusal, locale(headers), List.of()).response();
    }

    /**
     * Whether the database, or a service that was asked, is away for a moment: connection exceptions (class 08),
     * insufficient resources (53), operator intervention (57), system errors (58), the driver interrupted while it
     * connected (99), a pool without a connection, a connection refused, or another service's own 502 to 504.
     */
    private static boolean isAway(Throwable thrown) {
        var depth = 0;
        for (Throwable t = thrown; t != null && depth < CAUSES_MAX; t = t.getCause(), depth++) {
            var away = switch (t) {
                case SQLException sql ->
                    sql.getSQLState() == null
                            || AWAY_STATE.matcher(sql.getSQLState()).matches();
                case ConnectException _ -> true;
                case WebApplicationException web ->
                    AWAY_STATUS.contains(web.getResponse().getStatus());
                default -> false;
            };
            if (away) {
                return true;
            }
        }
        return false;
    }

    private static Response unreadableJson(JacksonException e, HttpHeaders headers) {
        var field = e instanceof JsonMappingException mapping ? path(mapping) : null;
        var value = e instanceof InvalidFormatException format ? shown(format.getValue()) : null;
        var needed = e instanceof InvalidFormatException format
                ? format.getTargetType().getSimpleName()
                : null;
        var refusal = Refusal.invalid(field == null ? "JSON_UNREADABLE" : "JSON_VALUE", field, value, needed);
        return Problem.of(400, refusal, locale(headers), List.of()).response();
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    /** The request's own field, without the resource method and parameter that Bean Validation puts before it. */
    private static String field(String propertyPath) {
        var afterMethod = propertyPath.substring(propertyPath.indexOf('.') + 1);
        var dot = afterMethod.indexOf('.');
        return dot < 0 ? afterMethod : afterMethod.substring(dot + 1);
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private static Response problem(Refusal refusal, HttpHeaders headers) {
        return Problem.of(refusal, locale(headers)).response();
    }

    private static Locale locale(HttpHeaders headers) {
        return Caller.locale(headers.getAcceptableLanguages());
    }
}
