package org.gongxue.eventlog;

import java.time.Duration;

/**
 * The limits of a log. There is a limit on everything.
 *
 * @param service the service's name
 * @param batchMax the most commands and inputs in one commit; inputs get at most half of it
 * @param queueMax the most commands waiting; beyond it callers are told to come again
 * @param headBytesMax the largest state of a stream, bytes of JSON
 * @param headCacheMax the most states kept in memory
 * @param eventBytesMax the largest event, bytes of JSON
 * @param transactionTimeout after which PostgreSQL ends a commit that hangs
 * @param patience how long a command waits for a database that is away
 * @param lockKey the advisory lock of the appender; the five keys above it are those of {@link Locks}
 */
public record LogConfig(
        String service,
        int batchMax,
        int queueMax,
        int headBytesMax,
        int headCacheMax,
        int eventBytesMax,
        Duration transactionTimeout,
        Duration patience,
        long lockKey) {

    private static final long LOCK_KEY = 0x676f_6e67_7875_6500L;

    /** The limits as designed. */
    public static LogConfig of(String service) {
        return new LogConfig(
                service,
                256,
                8192,
                16 * 1024,
                20_000,
                1024 * 1024,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                LOCK_KEY);
    }

    public LogConfig withBatchMax(int batchMax) {
        return new LogConfig(
                service,
                batchMax,
                queueMax,
                headBytesMax,
                headCacheMax,
                eventBytesMax,
                transactionTimeout,
                patience,
                lockKey);
    }

    public LogConfig withQueueMax(int queueMax) {
        return new LogConfig(
                service,
                batchMax,
                queueMax,
                headBytesMax,
                headCacheMax,
                eventBytesMax,
                transactionTimeout,
                patience,
                lockKey);
    }
}
