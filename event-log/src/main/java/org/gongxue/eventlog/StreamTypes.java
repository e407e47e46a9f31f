package org.gongxue.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of stream a service has, and those of the log itself. */
final class StreamTypes {
    private final Map<String, StreamType<?>> byKind = new HashMap<>();

    StreamTypes(List<StreamType<?>> types) {
        byKind.put(ParkedLine.STREAM.kind(), ParkedLine.STREAM);
        byKind.put(CheckpointKeyring.TYPE.kind(), CheckpointKeyring.TYPE);
        for (StreamType<?> type : types) {
            if (byKind.put(type.kind(), type) != null) {
                throw new IllegalArgumentException("two stream types of kind " + type.kind());
            }
        }
    }

    StreamType<?> of(StreamId stream) {
        StreamType<?> type = byKind.get(stream.kind());
        if (type == null) {
            throw new IllegalStateException("no stream type of kind " + stream.kind() + " is declared");
        }
        return type;
    }

    /** The stream of a type, once it is sure that the type is the declared one. */
    StreamId stream(StreamType<?> type, String id) {
        StreamId stream = type.id(id);
        if (of(stream).stateType() != type.stateType()) {
            throw new IllegalStateException("streams of kind " + type.kind() + " are declared with another state");
        }
        return stream;
    }

    /** The state after one more event; a refused command leaves the state of its stream as it was. */
    Object evolve(StreamId stream, Object state, Object event) {
        return event instanceof CommandRefused ? state : evolved(of(stream), state, event);
    }

    private static <S> S evolved(StreamType<S> type, Object state, Object event) {
        return type.evolve(type.stateType().cast(state), event);
    }
}
