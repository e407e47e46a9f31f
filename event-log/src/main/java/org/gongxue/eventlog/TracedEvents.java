package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The events of one publication that are part of traced work; hardly ever there are any. */
final class TracedEvents {
    /** CloudEvents' distributed tracing extension. The leaf does not cover it: it says nothing about what happened. */
    static final String HEADER = "ce_traceparent";

    private final @Nullable Tracing tracing;
    private final Map<Long, Tracing.Step> steps = new HashMap<>();

    TracedEvents(@Nullable Tracing tracing) {
        this.tracing = tracing;
    }

    /** Begins a step for each of these events that is part of traced work. */
    void begin(LogReading reading, List<EventBytes> events) throws SQLException {
        if (tracing == null) {
            return;
        }
        long first = events.getFirst().index();
        long last = events.getLast().index();
        Map<Long, String> found = reading.now(connection -> TraceRows.find(connection, first, last));
        if (found.isEmpty()) {
            return;
        }
        for (EventBytes event : events) {
            String traceparent = found.get(event.index());
            if (traceparent != null) {
                steps.put(event.index(), begin(tracing, traceparent, event));
            }
        }
    }

    private static Tracing.Step begin(Tracing tracing, String traceparent, EventBytes event) {
        String type = new String(event.type(), UTF_8);
        String kind = StreamId.parse(new String(event.stream(), UTF_8)).kind();
        return tracing.begin(Tracing.Kind.PUBLISH, traceparent, type, kind);
    }

    /** Lets the record say what its event is part of, if it is. */
    void mark(ProducerRecord<byte[], byte[]> record, long index) {
        Tracing.Step step = steps.get(index);
        if (step != null) {
            record.headers().add(HEADER, step.traceparent().getBytes(UTF_8));
        }
    }

    /** They stand on the topic, all through an index. */
    void end(LogReading reading, long through) throws SQLException {
        if (!steps.isEmpty()) {
            steps.forEach((index, step) -> step.end(index, null));
            steps.clear();
            reading.later(connection -> TraceRows.forget(connection, through));
        }
    }
}
