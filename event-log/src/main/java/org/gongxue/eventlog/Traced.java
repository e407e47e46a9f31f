package org.gongxue.eventlog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that is part of traced work, as one step of it: what it leads to follows from the step. */
record Traced<C>(Request<C> request, Tracing.Step step) {

    static <C> Traced<C> begin(Request<C> request, Tracing tracing) {
        String work = Objects.requireNonNull(request.traceparent());
        return switch (request) {
            case Request.OfCommand<C> command -> {
                String about = command.submission().command().getClass().getSimpleName();
                var step = tracing.begin(Tracing.Kind.COMMAND, work, about, command.streamKind());
                yield new Traced<>(command.under(step.traceparent()), step);
            }
            case Request.OfParked<C> command -> {
                String about = command.submission().command().getClass().getSimpleName();
                var step = tracing.begin(Tracing.Kind.COMMAND, work, about, ParkedLine.STREAM.kind());
                yield new Traced<>(command.under(step.traceparent()), step);
            }
            case Request.OfKey<C> _ -> throw new IllegalStateException("a key is part of no traced work");
            case Request.OfInput<C> input -> {
                String kind = input.input().stream();
                var step = tracing.begin(
                        Tracing.Kind.INPUT, work, input.input().type(), kind.substring(0, kind.indexOf('/')));
                yield new Traced<>(input.under(step.traceparent()), step);
            }
        };
    }

    void end(@Nullable Outcome outcome, @Nullable Throwable failure) {
        step.end(outcome == null ? 0 : outcome.lastIndex(), failure);
    }
}
