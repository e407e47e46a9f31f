package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.errors.InterruptException;
import org.gongxue.eventlog.EventCopy.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * The publisher's side towards the database. One thread has the connection, so that the next chunk of the log is read and
 * checked while the one before it is on its way to the topic.
 */
final class LogReading implements AutoCloseable {
    private static final int CHUNK_EVENTS_MAX = 8000;
    private static final int CHUNK_EVENTS_AT_FIRST = 1000;
    private static final long CHUNK_BYTES = 4L * 1024 * 1024;

    /** Something done on the connection. */
    @FunctionalInterface
    interface Deed {
        void on(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final String service;
    private final ExecutorService thread;
    private @Nullable Future<Chunk> ahead;
    private @Nullable Future<?> deed;
    private long aheadAfter;
    private volatile int chunkEvents = CHUNK_EVENTS_AT_FIRST;

    LogReading(Connection connection, String service) {
        this.connection = connection;
        this.service = service;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("log-publish-read-" + service).factory());
    }

    /** The chunk after an index, which may have been read already. */
    Chunk after(long index) throws SQLException {
        Future<Chunk> read = ahead != null && aheadAfter == index ? ahead : thread.submit(() -> read(index));
        ahead = null;
        return await(read);
    }

    /** Begins to read what comes after an index; {@link #after} will be asked for it. */
    void ahead(long index) {
        aheadAfter = index;
        ahead = thread.submit(() -> read(index));
    }

    private Chunk read(long index) throws SQLException {
        Chunk chunk = EventCopy.after(connection, service, index, chunkEvents, CHUNK_BYTES);
        if (chunk.isFull()) { // rather too few of the next than to read past what is too much
            long average = Math.max(1, chunk.dataBytes() / chunk.events().size());
            long fitting = Math.clamp(CHUNK_BYTES * 9 / 10 / average, 1, CHUNK_EVENTS_MAX);
            chunkEvents = (int) Math.min(fitting, 2L * chunkEvents);
        }
        return chunk;
    }

    /** A question to the connection. */
    @FunctionalInterface
    interface Question<T> {
        T to(Connection connection) throws SQLException;
    }

    /** Asks something of the connection, after what is being done there. */
    <T> T now(Question<T> question) throws SQLException {
        return await(thread.submit(() -> question.to(connection)));
    }

    /** Does something on the connection, after what is being done there; its failure is that of the next deed. */
    void later(Deed next) throws SQLException {
        if (deed != null) {
            await(deed);
        }
        deed = thread.submit(() -> {
            next.on(connection);
            return null;
        });
    }

    private static <T> T await(Future<T> future) throws SQLException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            switch (requireNonNull(e.getCause(), "what failed")) {
                case SQLException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new IllegalStateException(cause);
            }
        }
    }

    /** Leaves the connection to others, once what was begun on it is done. */
    @Override
    public void close() {
        thread.close();
    }
}
