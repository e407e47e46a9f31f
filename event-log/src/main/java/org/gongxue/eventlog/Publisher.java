package org.gongxue.eventlog;

import java.util.Optional;

/** Publishes the log to its topic, each event once and in order; one instance at a time holds the lease. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedTypeParameter"})
public final class Publisher implements AutoCloseable {

    private Publisher() {}

    /**
     * Starts publishing {@code <service>.events}.
     *
     * @throws IllegalStateException if the topic is ahead of the log, or tells another history: a restored backup;
     *     the message names {@code campus recover}
     */
    public static Publisher start(EventLog<?> log, KafkaConfig kafka) {
        throw new UnsupportedOperationException("next");
    }

    /** The last index that the topic is known to hold. */
    public long publishedIndex() {
        throw new UnsupportedOperationException("next");
    }

    /** Why publishing stopped for good, if it did. */
    public Optional<Throwable> failure() {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
