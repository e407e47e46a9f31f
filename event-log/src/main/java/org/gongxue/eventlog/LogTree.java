package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.ConsistencyProof;
import org.gongxue.eventlog.tree.InclusionProof;
import org.gongxue.eventlog.tree.MerkleTree;
import org.gongxue.eventlog.tree.SignedNote;

/**
 * What a log shows of itself to those who do not trust it: checkpoints, proofs and events as they are stored. Every method
 * throws {@link LogBusyException} while the database is away.
 */
public final class LogTree {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final LogConfig config;

    LogTree(DataSource dataSource, LogConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /** A question to the database. */
    @FunctionalInterface
    private interface Question<T> {
        T to(Connection c) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try (Connection c = dataSource.getConnection()) {
            return question.to(c);
        } catch (SQLException e) {
            var busy = new LogBusyException("the database of " + config.service() + " is away", RETRY_AFTER);
            busy.initCause(e);
            throw busy;
        }
    }

    /** The newest checkpoint, as a signed note; empty before the first. */
    public Optional<String> checkpoint() {
        return ask(CheckpointRows::newest).map(SignedNote::toString);
    }

    /** The size of the newest checkpoint, 0 before the first: proofs are given up to there. */
    public long signedSize() {
        return ask(LogTree::sizeOfNewest);
    }

    private static long sizeOfNewest(Connection c) throws SQLException {
        return CheckpointRows.newest(c).map(note -> Checkpoint.of(note).size()).orElse(0L);
    }

    /**
     * That an event is in the log of a size.
     *
     * @throws IllegalArgumentException if it is not, or the size is beyond {@link #signedSize}
     */
    public InclusionProof inclusion(long index, long size) {
        return ask(c -> {
            assertSigned(c, size);
            return new InclusionProof(index, size, new MerkleTree(new StoredTree(c)).inclusion(index - 1, size));
        });
    }

    /**
     * That the log of one size is the beginning of the log of another.
     *
     * @throws IllegalArgumentException if it is larger, or the other is beyond {@link #signedSize}
     */
    public ConsistencyProof consistency(long from, long to) {
        return ask(c -> {
            assertSigned(c, to);
            return new ConsistencyProof(from, to, new MerkleTree(new StoredTree(c)).consistency(from, to));
        });
    }

    private static void assertSigned(Connection c, long size) throws SQLException {
        long signed = sizeOfNewest(c);
        if (size > signed) {
            throw new IllegalArgumentException("a size of " + size + " is beyond the newest checkpoint, of " + signed);
        }
    }

    /** The keys of the checkpoints, oldest first. */
    public List<LoggedKey> keys() {
        return ask(LoggedKey::all);
    }

    /** Events from an index on, as they are stored: whether each is what its leaf says is for the reader to find. */
    public List<Envelope> entries(long from, int count) {
        return ask(c -> {
            try (var s = c.prepareStatement(
                    "SELECT " + EventRows.COLUMNS + " FROM log.event WHERE index >= ? AND index < ? ORDER BY index")) {
                s.setLong(1, from);
                s.setLong(2, from + count);
                var events = new ArrayList<Envelope>();
                try (ResultSet row = s.executeQuery()) {
                    while (row.next()) {
                        events.add(EventRows.envelope(row, config.service()));
                    }
                }
                return events;
            }
        });
    }

    /**
     * Works the tree out again from the leaves.
     *
     * @throws LogDamagedException if the newest checkpoint was not signed of this one; the tree stays as it was
     */
    void rebuild() {
        ask(c -> {
            c.setAutoCommit(false);
            try {
                Locks.lock(c, Locks.tree(config));
                Optional<Checkpoint> signed = CheckpointRows.newest(c).map(Checkpoint::of);
                TreeGrowth.again(c, signed.map(Checkpoint::size).orElse(0L));
                if (signed.isPresent()) {
                    CheckpointSigner.assertGoesOn(c, config.service(), signed.get());
                }
                c.commit();
            } finally {
                c.rollback();
            }
            return sizeOfNewest(c);
        });
    }
}
