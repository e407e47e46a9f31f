package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint (C2SP tlog-checkpoint) in its signed note.
 *
 * @param service from the origin {@code gongxue/<service>}
 * @param size how many leaves
 * @param root the tree's root
 * @param recordedAt microseconds, of the last event; null for an empty log
 * @param text what is signed
 * @param signatures at least one
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
record Checkpoint(
        String service, long size, byte[] root, @Nullable Long recordedAt, byte[] text, List<Signed> signatures) {

    private static final Pattern NOTE = Pattern.compile(
            "(gongxue/([a-z][a-z-]*)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]{44})\n(?:recorded-at (0|-?[1-9][0-9]{0,17})\n)?)\n((?:\u2014 [^ \r\n]+ [A-Za-z0-9+/=]+\n)+)");

    /** One line of a note's signatures: whose, the first bytes of which key's hash, and the signature. */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    record Signed(String name, byte[] keyHash, byte[] signature) {

        private static final int KEY_HASH_BYTES = 4;

        static Signed read(String line) throws MalformedException {
            var parts = line.split(" ", -1);
            var bytes = Fields.base64(parts[2]);
            if (bytes.length <= KEY_HASH_BYTES) {
                throw new MalformedException("a signature of " + bytes.length + " bytes");
            }
            return new Signed(
                    parts[1],
                    Arrays.copyOf(bytes, KEY_HASH_BYTES),
                    Arrays.copyOfRange(bytes, KEY_HASH_BYTES, bytes.length));
        }

        boolean names(LogKey key) {
            return name.equals(key.name()) && Arrays.equals(keyHash, key.hash());
        }
    }

    /** Reads a signed note. */
    static Checkpoint read(byte[] note) throws MalformedException {
        var text = new String(note, UTF_8);
        var parts = NOTE.matcher(text);
        if (!parts.matches() || !Arrays.equals(text.getBytes(UTF_8), note)) {
            throw new MalformedException("no checkpoint in a signed note");
        }
        var size = Long.parseLong(parts.group(3));
        var recordedAt = parts.group(5);
        if ((size == 0) != (recordedAt == null)) {
            throw new MalformedException("a checkpoint of size " + size + (recordedAt == null ? " without" : " with")
                    + " the time of its last event");
        }
        var signatures = new ArrayList<Signed>();
        for (var line : parts.group(6).lines().toList()) {
            var signed = Signed.read(line);
            if (signatures.stream().anyMatch(s -> s.name().equals(signed.name()))) {
                throw new MalformedException("signed twice by " + signed.name());
            }
            signatures.add(signed);
        }
        return new Checkpoint(
                parts.group(2),
                size,
                Fields.hash(parts.group(4)),
                recordedAt == null ? null : Long.valueOf(recordedAt),
                parts.group(1).getBytes(UTF_8),
                signatures);
    }
}
