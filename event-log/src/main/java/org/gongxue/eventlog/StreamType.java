package org.gongxue.eventlog;

import java.util.function.BiFunction;

/**
 * What the streams of one kind hold: how their state starts and how events change it.
 *
 * @param <S> an immutable record that Jackson writes and reads; its JSON stays within {@link LogConfig#headBytesMax}.
 *     What grows without bound is streams or rows of its own.
 */
public interface StreamType<S> {

    /** The kind in {@link StreamId#kind}. */
    String kind();

    /** The class of the state. */
    Class<S> stateType();

    /** Raised whenever {@link #evolve} or the state's shape changes: streams with an older head are folded again. */
    int evolveVersion();

    /** The state of a stream without events. */
    S initial();

    /**
     * The state after one more event. Total and pure.
     *
     * @param event the decoded event record; for an accepted input the decoded event of the source service
     */
    S evolve(S state, Object event);

    /** The stream of this kind with that id. */
    default StreamId id(String id) {
        return new StreamId(kind(), id);
    }

    /** A stream type from its parts. */
    static <S> StreamType<S> of(
            String kind, Class<S> stateType, int evolveVersion, S initial, BiFunction<S, Object, S> evolve) {
        return new FoldedStream<>(kind, stateType, evolveVersion, initial, evolve);
    }
}
