package org.gongxue.eventlog;

/**
 * The newest state of a stream.
 *
 * @param version how many events stand on it
 * @param state the fold of them
 * @param json the state as it is kept; empty if nothing stands on the stream
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
record Head(int version, Object state, byte[] json) {
    private static final byte[] NOTHING = {};

    static Head initial(StreamType<?> type) {
        return new Head(0, type.initial(), NOTHING);
    }
}
