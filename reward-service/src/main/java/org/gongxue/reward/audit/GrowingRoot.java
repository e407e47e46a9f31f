package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongxue.eventlog.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/** The root over leaves as they come, in index order; keeps one hash for each level of the tree. */
final class GrowingRoot {

    /** The perfect subtree of each height that the size is made of; null where its bit is not set. */
    private final List<byte @Nullable []> perfect = new ArrayList<>();

    private long size;

    void add(byte[] leaf) {
        var hash = leaf;
        var level = 0;
        while (level < perfect.size() && perfect.get(level) != null) {
            hash = MerkleTree.node(Objects.requireNonNull(perfect.get(level)), hash);
            perfect.set(level, null);
            level++;
        }
        if (level == perfect.size()) {
            perfect.add(hash);
        } else {
            perfect.set(level, hash);
        }
        size++;
    }

    /** How many leaves it has. */
    long size() {
        return size;
    }

    /** The root over all leaves so far; 32 bytes. */
    byte[] root() {
        byte[] root = null;
        for (var part : perfect) {
            if (part != null) {
                root = root == null ? part : MerkleTree.node(part, root);
            }
        }
        return root == null ? new MerkleTree((_, _) -> new byte[0]).root(0) : root;
    }
}
