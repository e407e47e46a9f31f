package org.gongxue.eventlog.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That the log of one size is the beginning of the log of another.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param hashes in the order of RFC 6962, 2.1.2; 32 bytes each
 */
public record ConsistencyProof(long from, long to, List<byte[]> hashes) {

    /** Whether it shows that the tree with the second root goes on from the one with the first (RFC 9162, 2.1.4.2). */
    public boolean proves(byte[] fromRoot, byte[] toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return hashes.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        if (from == 0) {
            return hashes.isEmpty()
                    && Arrays.equals(fromRoot, MerkleTree.sha256().digest());
        }
        var path = new ArrayList<>(hashes);
        if (Long.bitCount(from) == 1) {
            path.addFirst(fromRoot);
        }
        return !path.isEmpty() && proves(path, fromRoot, toRoot);
    }

    private boolean proves(List<byte[]> path, byte[] fromRoot, byte[] toRoot) {
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] first = path.getFirst();
        byte[] second = first;
        for (byte[] hash : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = MerkleTree.node(hash, first);
                second = MerkleTree.node(hash, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = MerkleTree.node(second, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, fromRoot) && Arrays.equals(second, toRoot);
    }
}
