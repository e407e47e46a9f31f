package org.gongxue.eventlog;

import java.util.function.BiFunction;

/** A stream type that is nothing but its parts. */
record FoldedStream<S>(
        String kind, Class<S> stateType, int evolveVersion, S initial, BiFunction<S, Object, S> evolution)
        implements StreamType<S> {

    @Override
    public S evolve(S state, Object event) {
        return evolution.apply(state, event);
    }
}
