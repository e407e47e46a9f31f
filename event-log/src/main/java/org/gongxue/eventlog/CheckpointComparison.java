package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.MerkleTree;
import org.gongxue.eventlog.tree.SignedNote;

/**
 * Compares a log with the last checkpoint of it that was published: whoever took that one must find the log to go on from
 * there (invariant 8).
 */
record CheckpointComparison(LogConfig config) {

    /**
     * Looks whether the log is the one that was signed. What the topic of checkpoints lost is noted to be sent again.
     *
     * @throws PublicationRefusedException if the log is shorter than the checkpoint or has another root at its size
     */
    void check(Connection c, Optional<SignedNote> last) throws SQLException {
        Locks.lock(c, Locks.tree(config));
        if (last.isPresent()) {
            check(c, Checkpoint.of(last.get()));
        }
        CheckpointRows.setPublished(
                c, last.map(note -> Checkpoint.of(note).size()).orElse(0L));
    }

    private void check(Connection c, Checkpoint published) throws SQLException {
        long lastIndex = Position.read(c).lastIndex();
        if (lastIndex < published.size()) {
            throw PublicationRefusedException.behindCheckpoint(config.service(), published.size(), lastIndex);
        }
        boolean more = true;
        while (more) {
            more = TreeGrowth.grow(c, published.size());
        }
        byte[] root = new MerkleTree(new StoredTree(c)).root(published.size());
        if (!Arrays.equals(root, published.root())) {
            throw PublicationRefusedException.otherTree(config.service(), published.size());
        }
    }
}
