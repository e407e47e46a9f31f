package org.gongxue.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * A service's log: commands and inputs go in, events, heads, outcomes and read models are committed together.
 *
 * @param <C> the service's sealed command type
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedTypeParameter"})
public final class EventLog<C> implements AutoCloseable {

    private EventLog() {}

    /**
     * Opens the log of a service: creates the engine's tables if they are missing, folds stale read models again, and
     * starts the append loop. Any number of instances may be open on one database.
     *
     * @throws IllegalStateException if the database holds another service's log or cannot be reached
     */
    public static <C> EventLog<C> open(
            LogConfig config, DataSource dataSource, Domain<C> domain, List<Projection> projections) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Hands a command in. The outcome comes once it is durable; a refusal is an outcome.
     *
     * <p>The future fails with {@link LogBusyException} when the queue is full or the database stays away, and with
     * {@link CommandFailedException} when a bug kept this command from being decided.
     */
    public CompletableFuture<Outcome> submit(Submission<C> submission) {
        throw new UnsupportedOperationException("next");
    }

    /** Hands in an event of another service; inputs of one source in the order of their index. */
    public CompletableFuture<Outcome> accept(Input input) {
        throw new UnsupportedOperationException("next");
    }

    /** The state of a stream as of now. */
    public <S> S read(StreamType<S> type, String id) {
        throw new UnsupportedOperationException("next");
    }

    /** The index of the last event committed by any instance; 0 if there is none. */
    public long lastIndex() {
        throw new UnsupportedOperationException("next");
    }

    /** The next index expected of a source; 1 if nothing came yet. */
    public long nextInput(String source) {
        throw new UnsupportedOperationException("next");
    }

    /** Makes every head and read model again from the events. */
    public void rebuild() {
        throw new UnsupportedOperationException("next");
    }

    /** Lets the commit in progress finish, then stops; what still waits fails with {@link LogBusyException}. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
