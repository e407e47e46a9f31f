package org.gongxue.eventlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.LongStream;

/** The leaves of the format page's example tree, and the tree written down as RFC 6962 defines it, hash by hash. */
record Leaves(List<byte[]> hashes) implements PerfectSubtrees {

    /** Leaf i is SHA-256(0x00 ‖ i in decimal), from 1. */
    static Leaves of(long size) {
        return new Leaves(LongStream.rangeClosed(1, size).mapToObj(Leaves::leaf).toList());
    }

    static byte[] leaf(long index) {
        return MerkleTree.sha256().digest(("\0" + index).getBytes(UTF_8));
    }

    @Override
    public byte[] hash(int level, long number) {
        int span = 1 << level;
        int begin = Math.toIntExact(number) * span;
        return defined(hashes.subList(begin, begin + span));
    }

    /** MTH of RFC 6962, 2.1. */
    static byte[] defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = 1;
        while (half * 2 < leaves.size()) {
            half *= 2;
        }
        return MerkleTree.node(defined(leaves.subList(0, half)), defined(leaves.subList(half, leaves.size())));
    }
}
