package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an instance remembers of the log between commits: heads, and how far it has seen the log go. What it has seen was
 * committed, and most of it acknowledged, so a log that lacks it has lost it. Used by one thread.
 */
final class Memory {
    private static final int FOREIGN_EVENTS_MAX = 10_000;

    private final HeadCache heads;
    private long lastIndex;
    private @Nullable UUID lastId;
    private int headEpoch;
    private boolean reconnected;

    Memory(int headsMax) {
        this.heads = new HeadCache(headsMax);
    }

    HeadCache heads() {
        return heads;
    }

    /** What answers from now on may be another server, which lost the last commits. */
    void reconnected() {
        heads.clear();
        reconnected = true;
    }

    /**
     * Lets go of heads that others have written since.
     *
     * @throws HistoryLostException if the log is not the one remembered, grown longer
     */
    void catchUp(Connection c, Position now) throws SQLException {
        assertNothingLost(c, now);
        long foreign = now.lastIndex() - lastIndex;
        if (now.headEpoch() != headEpoch || foreign > FOREIGN_EVENTS_MAX) {
            heads.clear();
        } else if (foreign > 0) {
            Position.streamsAfter(c, lastIndex).forEach(heads::forget);
        }
        headEpoch = now.headEpoch();
        lastIndex = now.lastIndex();
        lastId = now.lastId();
        reconnected = false;
    }

    /** A living connection sees one history, so the log is looked into only after a new one; its end is at hand anyway. */
    private void assertNothingLost(Connection c, Position now) throws SQLException {
        if (lastId == null) {
            return;
        }
        UUID there = now.lastIndex() > lastIndex && reconnected
                ? idAt(c, lastIndex)
                : now.lastIndex() == lastIndex ? now.lastId() : now.lastIndex() > lastIndex ? lastId : null;
        if (!lastId.equals(there)) {
            throw HistoryLostException.of(lastIndex, now.lastIndex());
        }
    }

    private static @Nullable UUID idAt(Connection c, long index) throws SQLException {
        try (var s = c.prepareStatement("SELECT id FROM log.event WHERE index = ?")) {
            s.setLong(1, index);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    /** What a transaction left, once it is committed. */
    void remember(Transaction<?> transaction) {
        transaction.written().forEach(heads::put);
        lastIndex = transaction.lastIndex();
        lastId = transaction.lastId();
    }
}
