package org.gongxue.verify;

import java.util.List;

/**
 * A proof of RFC 6962: of inclusion, then {@code first} is the event's index and {@code second} the tree's size, or of
 * consistency, then they are the sizes of the two trees.
 */
record Proof(long first, long second, List<byte[]> hashes) {

    /** Reads {@code {"index":…,"size":…,"hashes":[…]}}. */
    static Proof read(byte[] bytes) throws MalformedException {
        return read(Json.readCanonical(bytes), "index", "size");
    }

    /** Reads {@code {"from":…,"to":…,"hashes":[…]}}. */
    static Proof readConsistency(byte[] bytes) throws MalformedException {
        return read(Json.readCanonical(bytes), "from", "to");
    }

    private static Proof read(Json json, String first, String second) throws MalformedException {
        var fields = Fields.of(json);
        var proof = new Proof(fields.whole(first), fields.whole(second), fields.hashes("hashes"));
        fields.end();
        return proof;
    }
}
