package org.gongxue.eventlog.tree;

import java.util.Arrays;
import java.util.List;

/**
 * That an event is in the log of a size.
 *
 * @param index the event's index, from 1
 * @param size of the tree
 * @param hashes from its sibling up to the root's child, 32 bytes each
 */
public record InclusionProof(long index, long size, List<byte[]> hashes) {

    /** Whether it shows that this leaf is in the tree with this root (RFC 9162, 2.1.3.2). */
    public boolean proves(byte[] leaf, byte[] root) {
        if (index < 1 || index > size) {
            return false;
        }
        long place = index - 1;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) { // a level on which it has no sibling
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
