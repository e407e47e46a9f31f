package org.gongxue.eventlog.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962 over leaves that are only ever appended: its root and its proofs at any size that it ever had
 * (invariant 8). Leaves are counted from 0 here: the event of index i is leaf i − 1.
 *
 * @param perfect where the hashes of its perfect subtrees come from
 */
public record MerkleTree(PerfectSubtrees perfect) {
    /** The bytes of a hash. */
    static final int HASH_BYTES = 32;

    private static final byte NODE_MARK = 1;

    /** The hash above two neighbors: SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE_MARK);
        digest.update(left);
        return digest.digest(right);
    }

    /** The hash above neighbors of one level, whose number is a power of two. */
    public static byte[] above(List<byte[]> hashes) {
        List<byte[]> level = hashes;
        while (level.size() > 1) {
            var next = new ArrayList<byte[]>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                next.add(node(level.get(i), level.get(i + 1)));
            }
            level = next;
        }
        return level.getFirst();
    }

    /** The root of the first leaves; that of none is the hash of nothing. */
    public byte[] root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no size " + size);
        }
        return size == 0 ? sha256().digest() : hash(0, size);
    }

    /**
     * What one leaf is shown with to be in the tree of a size (RFC 6962, 2.1.1): from its sibling up to the root's child.
     *
     * @throws IllegalArgumentException if it is not in it
     */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + leftOf(end - begin);
            if (leaf < middle) {
                path.addFirst(hash(middle, end));
                end = middle;
            } else {
                path.addFirst(hash(begin, middle));
                begin = middle;
            }
        }
        return path;
    }

    /**
     * What shows that a tree is the beginning of a larger one (RFC 6962, 2.1.2). Empty for the empty tree, and for one and
     * the same.
     *
     * @throws IllegalArgumentException if it is the larger of the two
     */
    public List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + from + " is no beginning of one of " + to);
        }
        var path = new ArrayList<byte[]>();
        long begin = 0;
        long end = to;
        boolean wholeBefore = true; // the verifier knows the smaller tree's root
        while (from > 0 && from < end) {
            long middle = begin + leftOf(end - begin);
            if (from <= middle) {
                path.addFirst(hash(middle, end));
                end = middle;
            } else {
                path.addFirst(hash(begin, middle));
                begin = middle;
                wholeBefore = false;
            }
        }
        if (!wholeBefore) {
            path.addFirst(hash(begin, end));
        }
        return path;
    }

    /** The hash of the leaves from one up to another, as far as RFC 6962 has such a subtree. */
    private byte[] hash(long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            return perfect.hash(Long.numberOfTrailingZeros(size), begin / size);
        }
        long middle = begin + leftOf(size);
        return node(hash(begin, middle), hash(middle, end));
    }

    /** The leaves of the left subtree: the largest power of two that is less than all. */
    private static long leftOf(long size) {
        return Long.highestOneBit(size - 1);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
