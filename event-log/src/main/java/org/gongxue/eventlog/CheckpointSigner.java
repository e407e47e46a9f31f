package org.gongxue.eventlog;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.eventlog.Publication.Watermark;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.MerkleTree;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.SignerKey;
import org.jboss.logging.Logger;

/**
 * Signs what the topic holds of the log, and nothing that contradicts what it signed before: never a smaller tree, never
 * one that does not go on from the last (invariant 8). What it signed it reads from the database and from the folder of
 * its keys, which a restored or rewritten database does not change.
 */
final class CheckpointSigner {
    private static final Logger LOG = Logger.getLogger(CheckpointSigner.class);

    private final LogConfig config;
    private final CheckpointKeys keys;

    CheckpointSigner(LogConfig config, CheckpointKeys keys) {
        this.config = config;
        this.keys = keys;
    }

    /**
     * Lets the tree grow to what is published, then signs it if it has grown. Only what is published is signed, so that a
     * restored log can be brought up to every checkpoint by its topic.
     *
     * @return whether there is more to do at once
     * @throws LogDamagedException if the log is not the one that was signed before
     */
    boolean signNext(Connection c) throws SQLException, IOException {
        Locks.lock(c, Locks.tree(config));
        long published = Watermark.read(c, KafkaConfig.topic(config.service())).lastIndex();
        boolean more = TreeGrowth.grow(c, published);
        if (!more) {
            sign(c, published);
        }
        c.commit();
        return more;
    }

    private void sign(Connection c, long published) throws SQLException, IOException {
        Optional<SignedNote> stored = CheckpointRows.newest(c);
        Optional<SignedNote> remembered = keys.last();
        long storedSize = size(stored);
        long signedSize = Math.max(storedSize, size(remembered));
        if (Math.max(published, signedSize) <= storedSize) {
            return;
        }
        long lastIndex = Position.read(c).lastIndex();
        if (lastIndex < signedSize) {
            throw new LogDamagedException("invariant 8: a checkpoint of " + signedSize
                    + " events was signed, and the log" + " of " + config.service() + " ends at " + lastIndex);
        }
        if (published < signedSize) {
            return; // a restored database learns only with the next publication how far the topic is
        }
        for (SignedNote earlier :
                Stream.concat(stored.stream(), remembered.stream()).toList()) {
            assertGoesOn(c, config.service(), Checkpoint.of(earlier));
        }
        if (published > signedSize) {
            Optional<SignedNote> fresh = signed(c, published);
            if (fresh.isPresent()) {
                keys.remember(fresh.get());
                CheckpointRows.insert(c, fresh.get());
            }
        } else if (remembered.isPresent()) { // signed, and the database did not get to know it
            CheckpointRows.insert(c, remembered.get());
        }
    }

    private static long size(Optional<SignedNote> note) {
        return note.map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
    }

    /** The tree goes on from an earlier checkpoint. */
    static void assertGoesOn(Connection c, String service, Checkpoint earlier) {
        if (!Arrays.equals(root(c, earlier.size()), earlier.root())) {
            throw new LogDamagedException("invariant 8: the log of " + service + " is not the one of which a"
                    + " checkpoint of " + earlier.size() + " events was signed; nothing more is signed");
        }
    }

    private static byte[] root(Connection c, long size) {
        return new MerkleTree(new StoredTree(c)).root(size);
    }

    private Optional<SignedNote> signed(Connection c, long size) throws SQLException, IOException {
        List<LoggedKey> covered =
                LoggedKey.all(c).stream().filter(key -> key.index() <= size).toList();
        if (covered.isEmpty()) {
            return Optional.empty();
        }
        SignerKey key = keys.signer(covered.getLast());
        var checkpoint = new Checkpoint(config.service(), size, root(c, size), recordedAt(c, size));
        LOG.debugf("%s signs %d events", key.verifier().name(), size);
        return Optional.of(key.note(checkpoint.text()));
    }

    private static Instant recordedAt(Connection c, long index) throws SQLException {
        try (var s = c.prepareStatement("SELECT recorded_at FROM log.event WHERE index = ?")) {
            s.setLong(1, index);
            try (var row = s.executeQuery()) {
                row.next();
                return EventRows.instant(row, 1);
            }
        }
    }
}
