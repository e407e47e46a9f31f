package org.gongxue.eventlog;

/** Writes event records as bytes and reads every revision ever written. */
public interface EventCodec {

    /**
     * An event as it is kept.
     *
     * @param type the wire name, such as {@code org.gongxue.enrollment.learner-enrolled}
     * @param revision the shape's revision, from 1
     * @param data the exact JSON bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    record Encoded(String type, int revision, byte[] data) {}

    /**
     * Writes an event.
     *
     * @throws IllegalArgumentException if the event's class has no wire name
     */
    Encoded encode(Object event);

    /**
     * Reads an event of any revision ever written.
     *
     * @throws IllegalArgumentException if the type or revision is unknown or the data does not fit it
     */
    Object decode(String type, int revision, byte[] data);
}
