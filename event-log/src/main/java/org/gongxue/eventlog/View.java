package org.gongxue.eventlog;

/**
 * What a decision may look at: the states of streams as of this moment, and the command's own context.
 *
 * <p>Streams named by {@link Domain#reads} are there already; a further one is loaded when it is asked for. Either way
 * it counts as read, and only streams that were read may be written.
 */
public interface View {

    /** The state of a stream; the type's initial state if nothing stands on it. */
    <S> S state(StreamType<S> type, String id);

    /** How many events stand on a stream; 0 if none. */
    int version(StreamId stream);

    /** Who asks, when, and on which input. */
    Context context();

    /** Whether anything stands on a stream. */
    default boolean exists(StreamId stream) {
        return version(stream) > 0;
    }
}
