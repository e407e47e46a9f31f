package org.gongxue.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes of a transparency log (RFC 6962, section 2.1). */
final class Hashes {

    private Hashes() {}

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A field as a leaf counts it: its length in four bytes, then its bytes. */
    static byte[] field(byte[] bytes) {
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Whether the proof leads from the leaf of an index (from 1) to the root of a tree of this size. */
    static boolean included(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 1 || index > size) {
            return false;
        }
        var place = index - 1;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the proof shows that the smaller tree is the beginning of the greater one. */
    static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        var place = from - 1;
        var last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        // A smaller tree that is full stands in the greater one as it is: its root is not part of the proof.
        var isFull = Long.bitCount(from) == 1;
        if (!isFull && proof.isEmpty()) {
            return false;
        }
        var before = isFull ? fromRoot : proof.getFirst();
        var after = before;
        for (var sibling : isFull ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                before = node(sibling, before);
                after = node(sibling, after);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, fromRoot) && MessageDigest.isEqual(after, toRoot);
    }
}
