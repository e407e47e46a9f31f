package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.column;
import static org.gongxue.eventlog.ToyLog.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.gongxue.eventlog.tree.ConsistencyProof;
import org.gongxue.eventlog.tree.InclusionProof;
import org.gongxue.eventlog.tree.MerkleTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 2: the tree that is kept is the tree of the log's leaves, however it grew. */
class LogTreeTest {
    /** Three levels are kept: 65,536 leaves and 256, and some that have no whole tile. */
    private static final int SIZE = 65_536 + 3 * 256 + 41;

    private static final String NODES = "SELECT level || ' ' || number || ' ' || encode(hash, 'hex') FROM log.tree_node"
            + " ORDER BY level, number";

    private final DataSource database = ToyLog.database();

    /** Rows that are no more than index and leaf: of those the tree is made. */
    @BeforeEach
    void manyEvents() {
        ToyLog.open(database).close();
        sql(database, """
                INSERT INTO log.event (index, stream, version, id, type, revision, occurred_at, recorded_at, actor, cause,
                    correlation, data, leaf)
                SELECT i, 'account/a', i, gen_random_uuid(), 't', 1, 'epoch', 'epoch', 'a', 'c', 'c', '', sha256(('' || i)::bytea)
                FROM generate_series(1, %d) i""".formatted(SIZE));
    }

    private interface Work<T> {
        T on(Connection c) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection c = database.getConnection()) {
            return work.on(c);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void grow(long size) {
        while (with(c -> TreeGrowth.grow(c, size))) {
            assertThat(nodes()).isNotEmpty();
        }
    }

    private List<String> nodes() {
        return column(database, NODES);
    }

    private static byte[] leaf(long index) {
        return Leaf.sha256().digest(Long.toString(index).getBytes(US_ASCII));
    }

    /** The root as RFC 6962 defines it, over all leaves at once. */
    private static byte[] defined(int size) {
        var leaves = new ArrayList<byte[]>(size);
        for (int i = 1; i <= size; i++) {
            leaves.add(leaf(i));
        }
        return defined(leaves);
    }

    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(defined(leaves.subList(0, half)), defined(leaves.subList(half, leaves.size())));
    }

    @Test
    void rootsAreThoseOfTheLeavesAtEverySize() {
        grow(SIZE);
        for (int size : new int[] {1, 2, 255, 256, 257, 1000, 65_535, 65_536, 65_537, 66_048, SIZE}) {
            byte[] root = with(c -> new MerkleTree(new StoredTree(c)).root(size));
            assertThat(root).as("size %d", size).isEqualTo(defined(size));
        }
    }

    @Test
    void proofsHoldAtAnySizeAndTakeSomeFewReads() {
        grow(SIZE);
        var random = new Random(5);
        for (int i = 0; i < 60; i++) {
            int size = 1 + random.nextInt(SIZE);
            int index = 1 + random.nextInt(size);
            byte[] root = with(c -> new MerkleTree(new StoredTree(c)).root(size));
            List<byte[]> path = with(c -> new MerkleTree(new StoredTree(c)).inclusion(index - 1, size));
            List<byte[]> way = with(c -> new MerkleTree(new StoredTree(c)).consistency(index, size));
            byte[] before = with(c -> new MerkleTree(new StoredTree(c)).root(index));

            assertThat(new InclusionProof(index, size, path).proves(leaf(index), root))
                    .as("%d in %d", index, size)
                    .isTrue();
            assertThat(new ConsistencyProof(index, size, way).proves(before, root))
                    .as("%d before %d", index, size)
                    .isTrue();
        }
    }

    @Test
    void growthGoesOnWhereItWasAndEndsAtTheSameTree() {
        grow(SIZE);
        var atOnce = nodes();
        assertThat(atOnce).hasSize(SIZE / 256 + 1);
        sql(database, "DELETE FROM log.tree_node");

        var random = new Random(7);
        for (long size = 1; size < SIZE; size += random.nextInt(9_000)) {
            grow(size);
        }
        grow(SIZE);

        assertThat(nodes()).isEqualTo(atOnce);
    }

    @Test
    void aTreeThatIsWorkedOutAgainIsTheSame() {
        grow(SIZE);
        var before = nodes();
        sql(database, "UPDATE log.tree_node SET hash = sha256('x') WHERE number = 3");
        with(c -> {
            TreeGrowth.again(c, SIZE);
            return true;
        });
        assertThat(nodes()).isEqualTo(before);
    }

    @Test
    void aLeafThatIsMissingIsNoticed() {
        sql(database, "DELETE FROM log.event WHERE index = 300");
        assertThatThrownBy(() -> grow(1000)).isInstanceOf(LogDamagedException.class);
        assertThatThrownBy(() -> with(c -> new MerkleTree(new StoredTree(c)).root(320)))
                .isInstanceOf(LogDamagedException.class);
    }

    @Test
    void aChangedLeafHasNoProof() {
        grow(SIZE);
        byte[] root = with(c -> new MerkleTree(new StoredTree(c)).root(SIZE));
        sql(database, "UPDATE log.event SET leaf = sha256('other') WHERE index = 1234");
        byte[] changed = HexFormat.of()
                .parseHex(column(database, "SELECT encode(leaf, 'hex') FROM log.event WHERE index = 1234")
                        .getFirst());

        List<byte[]> path = with(c -> new MerkleTree(new StoredTree(c)).inclusion(1233, SIZE));

        assertThat(new InclusionProof(1234, SIZE, path).proves(changed, root)).isFalse();
        assertThat(new InclusionProof(1234, SIZE, path).proves(leaf(1234), root))
                .isTrue();
    }
}
