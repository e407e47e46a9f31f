package org.gongxue.kit.watch;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongxue.eventlog.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * Follows traced work through the log with OpenTelemetry. Steps carry an index, a kind of stream and a type, nothing
 * about people.
 */
@Singleton
public class LogTracing implements Tracing {

    private static final AttributeKey<String> ABOUT = AttributeKey.stringKey("gongxue.about");
    private static final AttributeKey<String> STREAM_KIND = AttributeKey.stringKey("gongxue.stream.kind");
    private static final AttributeKey<Long> INDEX = AttributeKey.longKey("gongxue.log.index");

    /** Version, trace, parent, flags (W3C Trace Context). */
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;
    private final boolean off;

    LogTracing(OpenTelemetry openTelemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = openTelemetry.getTracer("org.gongxue.eventlog");
        this.off = off;
    }

    /** Whether anything is followed at all. */
    public boolean isOff() {
        return off;
    }

    /** The traced work that the calling thread is at, as W3C writes it; null if it is not traced. */
    public static @Nullable String current() {
        var context = Span.current().getSpanContext();
        return context.isSampled() ? text(context) : null;
    }

    @Override
    public Step begin(Kind kind, String traceparent, String about, String streamKind) {
        var span = tracer.spanBuilder(kind.name().toLowerCase(Locale.ROOT) + " " + about)
                .setParent(Context.root().with(Span.wrap(parent(traceparent))))
                .setSpanKind(
                        switch (kind) {
                            case COMMAND -> SpanKind.INTERNAL;
                            case PUBLISH -> SpanKind.PRODUCER;
                            case INPUT -> SpanKind.CONSUMER;
                        })
                .setAttribute(ABOUT, about)
                .setAttribute(STREAM_KIND, streamKind)
                .startSpan();
        return new SpanStep(span, text(span.getSpanContext()));
    }

    private static SpanContext parent(String traceparent) {
        var parts = TRACEPARENT.matcher(traceparent);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    private static String text(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    private record SpanStep(Span span, String traceparent) implements Step {

        @Override
        public void end(long index, @Nullable Throwable failure) {
            if (index > 0) {
                span.setAttribute(INDEX, index);
            }
            if (failure != null) {
                // The class alone: a message may quote what somebody sent.
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            span.end();
        }
    }
}
