package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private Leaf() {}

    /** The hash of an envelope, whatever its {@link Envelope#leaf} says; 32 bytes. */
    public static byte[] of(Envelope envelope) {
        byte[][] texts = {
            envelope.service().getBytes(UTF_8),
            envelope.stream().toString().getBytes(UTF_8),
            envelope.type().getBytes(UTF_8),
            envelope.actor().getBytes(UTF_8),
            envelope.cause().getBytes(UTF_8),
            envelope.correlation().getBytes(UTF_8)
        };
        int size = FIXED_BYTES + envelope.data().length;
        for (byte[] text : texts) {
            size += text.length;
        }
        var bytes = ByteBuffer.allocate(size).put(LEAF_MARK);
        put(bytes, texts[0]);
        put(bytes, envelope.index());
        put(bytes, texts[1]);
        put(bytes, envelope.version());
        put(bytes, envelope.id());
        put(bytes, texts[2]);
        put(bytes, envelope.revision());
        put(bytes, micros(envelope.occurredAt()));
        put(bytes, micros(envelope.recordedAt()));
        put(bytes, texts[3]);
        put(bytes, texts[4]);
        put(bytes, texts[5]);
        put(bytes, envelope.data());
        return sha256().digest(bytes.array());
    }

    /** Whether an envelope still is what its leaf says. */
    public static boolean matches(Envelope envelope) {
        return MessageDigest.isEqual(of(envelope), envelope.leaf());
    }

    /** A fresh SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
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
