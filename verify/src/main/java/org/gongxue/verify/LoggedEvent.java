package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

/**
 * An event as a pack holds it: the thirteen fields of {@code docs/log-format.md} and the leaf. Times are microseconds
 * since 1970.
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
record LoggedEvent(
        String service,
        long index,
        String stream,
        int version,
        UUID id,
        String type,
        int revision,
        long occurredAt,
        long recordedAt,
        String actor,
        String cause,
        String correlation,
        byte[] data,
        byte[] leaf) {

    /** Reads {@code events/<service>/<index>.json}. */
    static LoggedEvent read(byte[] bytes) throws MalformedException {
        var fields = Fields.of(Json.readCanonical(bytes));
        var event = new LoggedEvent(
                fields.text("service"),
                fields.whole("index"),
                fields.text("stream"),
                fields.number("version"),
                uuid(fields.text("id")),
                fields.text("type"),
                fields.number("revision"),
                fields.whole("occurred_at"),
                fields.whole("recorded_at"),
                fields.text("actor"),
                fields.text("cause"),
                fields.text("correlation"),
                fields.bytes("data"),
                Fields.hash(fields.text("leaf")));
        fields.end();
        return event;
    }

    private static UUID uuid(String text) throws MalformedException {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("no UUID: " + text);
        }
        throw new MalformedException("no UUID in its usual form: " + text);
    }

    /** Whether the fields are those that the leaf was made of. */
    boolean isWhatItsLeafSays() {
        return MessageDigest.isEqual(
                leaf,
                Hashes.sha256(
                        new byte[] {0},
                        field(service),
                        field(index),
                        field(stream),
                        field(version),
                        Hashes.field(ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .array()),
                        field(type),
                        field(revision),
                        field(occurredAt),
                        field(recordedAt),
                        field(actor),
                        field(cause),
                        field(correlation),
                        Hashes.field(data)));
    }

    /** The leaf as packs write it. */
    String leafText() {
        return Base64.getEncoder().encodeToString(leaf);
    }

    private static byte[] field(String text) {
        return Hashes.field(text.getBytes(UTF_8));
    }

    private static byte[] field(long number) {
        return Hashes.field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static byte[] field(int number) {
        return Hashes.field(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
