package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.LongStream;

/**
 * Lets the tree grow behind the log, outside of the appender's transactions: whatever is missing is worked out from the
 * level below, so a restart goes on where the last growth was committed. Who grows it holds {@link Locks#tree}.
 */
final class TreeGrowth {
    private static final int CHUNK_TILES = 256;

    private TreeGrowth() {}

    /**
     * Adds what the first events allow for, at most some ten thousand events' worth.
     *
     * @return whether there is more to add
     */
    static boolean grow(Connection c, long size) throws SQLException {
        for (int level = StoredTree.TILE_LEVELS; size >> level > 0; level += StoredTree.TILE_LEVELS) {
            long next = next(c, level);
            long whole = size >> level;
            long end = Math.min(whole, next + CHUNK_TILES);
            var tree = new StoredTree(c);
            var hashes = new ArrayList<byte[]>();
            for (long number = next; number < end; number++) {
                hashes.add(tree.fromBelow(level, number));
            }
            insert(c, level, next, hashes.toArray(byte[][]::new));
            if (end < whole) {
                return true;
            }
        }
        return false;
    }

    /** Works the whole tree out again. */
    static void again(Connection c, long size) throws SQLException {
        try (var s = c.prepareStatement("DELETE FROM log.tree_node")) {
            s.executeUpdate();
        }
        boolean more = true;
        while (more) {
            more = grow(c, size);
        }
    }

    private static long next(Connection c, int level) throws SQLException {
        try (var s = c.prepareStatement("SELECT coalesce(max(number) + 1, 0) FROM log.tree_node WHERE level = ?")) {
            s.setInt(1, level);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insert(Connection c, int level, long first, byte[][] hashes) throws SQLException {
        if (hashes.length == 0) {
            return;
        }
        try (var s = c.prepareStatement(
                "INSERT INTO log.tree_node (level, number, hash) SELECT ?, * FROM unnest(?::bigint[], ?::bytea[])")) {
            s.setInt(1, level);
            new Columns(s, 2)
                    .longs(LongStream.range(first, first + hashes.length)
                            .boxed()
                            .toArray(Long[]::new))
                    .bytes(hashes);
            s.executeUpdate();
        }
    }
}
