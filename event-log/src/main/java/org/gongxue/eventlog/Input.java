package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service, read from its topic.
 *
 * @param source the service whose log it stands in
 * @param index its place in that log, dense from 1
 * @param id the event's id there
 * @param leaf its leaf hash, 32 bytes
 * @param stream its stream there, {@code kind/id}
 * @param type its wire name
 * @param revision the revision of its shape
 * @param occurredAt when it happened, microseconds
 * @param correlation what the source knew it to belong to; carried on to every effect
 * @param data its exact JSON bytes
 * @param event the decoded record; not decoded if it is an {@link EngineEvent}, for those concern nobody else
 * @param traceparent the traced work that it is part of, as W3C writes it; never kept with the effects
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record Input(
        String source,
        long index,
        UUID id,
        byte[] leaf,
        String stream,
        String type,
        int revision,
        Instant occurredAt,
        String correlation,
        byte[] data,
        Object event,
        @Nullable String traceparent) {

    /** Stands for the event of an input that was not decoded yet. */
    static final String UNREAD = "unread";

    /** A published event as it comes in. */
    static Input unread(Envelope event) {
        return new Input(
                event.service(),
                event.index(),
                event.id(),
                event.leaf(),
                event.stream().toString(),
                event.type(),
                event.revision(),
                event.occurredAt(),
                event.correlation(),
                event.data(),
                UNREAD);
    }

    /** An input that is part of no traced work. */
    public Input(
            String source,
            long index,
            UUID id,
            byte[] leaf,
            String stream,
            String type,
            int revision,
            Instant occurredAt,
            String correlation,
            byte[] data,
            Object event) {
        this(source, index, id, leaf, stream, type, revision, occurredAt, correlation, data, event, null);
    }

    Input withEvent(Object decoded) {
        return new Input(
                source, index, id, leaf, stream, type, revision, occurredAt, correlation, data, decoded, traceparent);
    }

    Input under(@Nullable String work) {
        return new Input(source, index, id, leaf, stream, type, revision, occurredAt, correlation, data, event, work);
    }
}
