package org.gongxue.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in the events of other services, each once and in its source's order; one instance at a time holds the lease. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedTypeParameter"})
public final class Inbox implements AutoCloseable {

    private Inbox() {}

    /** Starts receiving from the topics of these services. */
    public static Inbox start(EventLog<?> log, KafkaConfig kafka, List<String> sources) {
        throw new UnsupportedOperationException("next");
    }

    /** The services listened to. */
    public List<String> sources() {
        throw new UnsupportedOperationException("next");
    }

    /** The next index expected of a source, as committed. */
    public long nextIndex(String source) {
        throw new UnsupportedOperationException("next");
    }

    /** {@link #nextIndex} of every source. */
    public Map<String, Long> positions() {
        throw new UnsupportedOperationException("next");
    }

    /** Why receiving from some source stopped for good, if it did. */
    public Optional<Throwable> failure() {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
