package org.gongxue.eventlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The hash of one event over its whole envelope, so that no column can be changed unseen (invariant 8).
 *
 * <p>SHA-256 over a zero byte (RFC 6962's mark of a leaf) and then every field in the order of {@link Envelope}, each
 * as its length in four big-endian bytes and its bytes. {@code docs/log-format.md} has the layout to the byte; it never
 * changes.
 */
public final class Leaf {
    private static final byte LEAF_MARK = 0;
    private static final int FIELDS = 13;
    private static final int FIXED_BYTES = 1 + FIELDS * Integer.BYTES + 5 * Long.BYTES + 2 * Integer.BYTES;
    private static final int KEPT_BYTES = 64 * 1024;

    /** A digest and a buffer cost more to make than a small event to hash; each thread keeps its own. */
    private static final ThreadLocal<Leaf> OF_THREAD = ThreadLocal.withInitial(Leaf::new);

    private final MessageDigest digest = sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(2048);

    private Leaf() {}

    /** The hash of an envelope, whatever its {@link Envelope#leaf} says; 32 bytes. */
    public static byte[] of(Envelope envelope) {
        return of(EventBytes.of(envelope));
    }

    static byte[] of(EventBytes event) {
        return OF_THREAD.get().hash(event);
    }

    /** Whether an envelope still is what its leaf says. */
    public static boolean matches(Envelope envelope) {
        return MessageDigest.isEqual(of(envelope), envelope.leaf());
    }

    static boolean matches(EventBytes event) {
        return MessageDigest.isEqual(of(event), event.leaf());
    }

    /** A fresh SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] hash(EventBytes e) {
        ByteBuffer bytes = cleared(FIXED_BYTES
                + e.service().length
                + e.stream().length
                + e.type().length
                + e.actor().length
                + e.cause().length
                + e.correlation().length
                + e.data().length);
        bytes.put(LEAF_MARK);
        put(bytes, e.service());
        put(bytes, e.index());
        put(bytes, e.stream());
        put(bytes, e.version());
        put(bytes, e.id());
        put(bytes, e.type());
        put(bytes, e.revision());
        put(bytes, e.occurredMicros());
        put(bytes, e.recordedMicros());
        put(bytes, e.actor());
        put(bytes, e.cause());
        put(bytes, e.correlation());
        put(bytes, e.data());
        digest.update(bytes.flip());
        return digest.digest();
    }

    private ByteBuffer cleared(int size) {
        if (size > KEPT_BYTES) {
            return ByteBuffer.allocate(size);
        }
        if (size > buffer.capacity()) {
            buffer = ByteBuffer.allocate(KEPT_BYTES);
        }
        return buffer.clear();
    }

    private static void put(ByteBuffer bytes, byte[] field) {
        bytes.putInt(field.length).put(field);
    }

    private static void put(ByteBuffer bytes, long field) {
        bytes.putInt(Long.BYTES).putLong(field);
    }

    private static void put(ByteBuffer bytes, int field) {
        bytes.putInt(Integer.BYTES).putInt(field);
    }

    private static void put(ByteBuffer bytes, UUID field) {
        bytes.putInt(2 * Long.BYTES).putLong(field.getMostSignificantBits()).putLong(field.getLeastSignificantBits());
    }
}
