package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.tree.MerkleTree;
import org.gongxue.eventlog.tree.PerfectSubtrees;

/**
 * The tree as it is kept: leaves with their events, and above them the hashes of every eighth level. What lies between is
 * worked out from a tile of 256 hashes, so a root or a proof takes some few reads of a tile at any size.
 */
final class StoredTree implements PerfectSubtrees {
    /** So many levels lie between those that are kept. */
    static final int TILE_LEVELS = 8;

    private static final int TILE_HASHES = 1 << TILE_LEVELS;

    private final Connection connection;
    private final Map<Tile, List<byte[]>> tiles = new HashMap<>();

    /** Neighbors of one kept level: below one hash of the next. */
    private record Tile(int level, long number) {}

    StoredTree(Connection connection) {
        this.connection = connection;
    }

    @Override
    public byte[] hash(int level, long number) {
        int kept = level - level % TILE_LEVELS;
        int span = 1 << (level - kept);
        long first = number * span;
        List<byte[]> tile = tiles.computeIfAbsent(new Tile(kept, first / TILE_HASHES), this::read);
        int from = (int) (first % TILE_HASHES);
        if (tile.size() < from + span) {
            throw new LogDamagedException(
                    "invariant 2: the tree has no hash " + (first + span - 1) + " on level " + kept);
        }
        return MerkleTree.above(tile.subList(from, from + span));
    }

    /** The hash of a kept level, worked out from the kept level below it. */
    byte[] fromBelow(int level, long number) {
        List<byte[]> tile = read(new Tile(level - TILE_LEVELS, number));
        if (tile.size() < TILE_HASHES) {
            throw new LogDamagedException(
                    "invariant 2: the tree is not whole below hash " + number + " of level " + level);
        }
        return MerkleTree.above(tile);
    }

    private List<byte[]> read(Tile tile) {
        try (PreparedStatement s = connection.prepareStatement(
                tile.level == 0
                        ? "SELECT index - 1, leaf FROM log.event WHERE index > ? AND index <= ? ORDER BY index"
                        : "SELECT number, hash FROM log.tree_node WHERE number >= ? AND number < ? AND level = ?"
                                + " ORDER BY number")) {
            long first = tile.number * TILE_HASHES;
            s.setLong(1, first);
            s.setLong(2, first + TILE_HASHES);
            if (tile.level > 0) {
                s.setInt(3, tile.level);
            }
            var hashes = new ArrayList<byte[]>(TILE_HASHES);
            try (ResultSet row = s.executeQuery()) {
                while (row.next() && row.getLong(1) == first + hashes.size()) {
                    hashes.add(row.getBytes(2));
                }
            }
            return hashes;
        } catch (SQLException e) {
            var busy = new LogBusyException("the tree cannot be read", Duration.ofSeconds(1));
            busy.initCause(e);
            throw busy;
        }
    }
}
