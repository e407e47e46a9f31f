package org.gongxue.eventlog;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in the log, with its decoded record.
 *
 * @param envelope everything that is kept
 * @param event the decoded record; for an accepted input the decoded event of the source service, for what the log
 *     recorded of its own accord an {@link EngineEvent}
 */
public record Recorded(Envelope envelope, Object event) {

    public long index() {
        return envelope.index();
    }

    public StreamId stream() {
        return envelope.stream();
    }

    public int version() {
        return envelope.version();
    }

    public UUID id() {
        return envelope.id();
    }

    public String type() {
        return envelope.type();
    }

    public int revision() {
        return envelope.revision();
    }

    public Instant occurredAt() {
        return envelope.occurredAt();
    }

    public Instant recordedAt() {
        return envelope.recordedAt();
    }

    public String actor() {
        return envelope.actor();
    }

    public String cause() {
        return envelope.cause();
    }

    public String correlation() {
        return envelope.correlation();
    }

    public byte[] data() {
        return envelope.data();
    }

    public byte[] leaf() {
        return envelope.leaf();
    }

    /** Whether this is another service's event that was accepted here. */
    public boolean isInput() {
        return envelope.type().equals(InputAccepted.TYPE);
    }
}
