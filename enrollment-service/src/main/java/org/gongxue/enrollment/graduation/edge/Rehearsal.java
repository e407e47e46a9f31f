package org.gongxue.enrollment.graduation.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.enrollment.EnrollmentDomain;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.eventlog.Context;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;

/**
 * The log as it is now, with decisions on top that are never recorded: what the check of a file foresees for a row
 * depends on the rows above it, exactly as it will when they are settled.
 */
final class Rehearsal implements View {

    private static final Map<String, StreamType<?>> TYPES =
            EnrollmentDomain.streamTypes().stream().collect(Collectors.toMap(StreamType::kind, Function.identity()));

    private final EventLog<Object> log;
    private final Context context;
    private final Map<StreamId, Object> states = new HashMap<>();

    Rehearsal(EventLog<Object> log) {
        this.log = log;
        this.context = new Context(Acting.SERVICE, new UUID(0, 0), Instant.now(), null);
    }

    @Override
    public <S> S state(StreamType<S> type, String id) {
        return type.stateType().cast(states.computeIfAbsent(type.id(id), stream -> log.read(type, id)));
    }

    @Override
    public int version(StreamId stream) {
        throw new UnsupportedOperationException("A rehearsal has states, not versions");
    }

    @Override
    public Context context() {
        return context;
    }

    /** Lets the events of a decision count for what is rehearsed next. */
    void play(Decision decision) {
        List<NewEvent> events = switch (decision) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Refused _ -> List.of();
        };
        events.forEach(event -> evolve(type(event.stream()), event));
    }

    private <S> void evolve(StreamType<S> type, NewEvent event) {
        var state = type.evolve(state(type, event.stream().id()), event.payload());
        states.put(event.stream(), type.stateType().cast(state));
    }

    private static StreamType<?> type(StreamId stream) {
        var type = TYPES.get(stream.kind());
        if (type == null) {
            throw new IllegalStateException("No stream type of kind " + stream.kind());
        }
        return type;
    }
}
