package org.gongxue.eventlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text lines, each with its end; what is signed
 * @param signatures at least one
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String MARK = "— ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param keyName the name of the key that made it
     * @param bytes the key's hash (4 bytes) and the signature of its algorithm
     */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    public record Signature(String keyName, byte[] bytes) {}

    /** The note as it is kept, sent and printed. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        for (Signature signature : signatures) {
            String bytes = Base64.getEncoder().encodeToString(signature.bytes());
            note.append(MARK)
                    .append(signature.keyName())
                    .append(' ')
                    .append(bytes)
                    .append('\n');
        }
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n") + 1;
        if (end == 0 || end + 1 == note.length() || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        var signatures = new ArrayList<Signature>();
        for (String line : note.substring(end + 1, note.length() - 1).split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !MARK.strip().equals(parts[0]) || parts[1].isEmpty() || parts[1].contains("+")) {
                throw new IllegalArgumentException("not a line with a signature: " + line);
            }
            signatures.add(new Signature(parts[1], Base64.getDecoder().decode(parts[2])));
        }
        return new SignedNote(note.substring(0, end), signatures);
    }

    /** Whether a key signed it. */
    public boolean isSignedBy(VerifierKey key) {
        return signatures.stream()
                .filter(signature -> signature.keyName().equals(key.name()))
                .map(Signature::bytes)
                .anyMatch(bytes -> bytes.length > VerifierKey.HASH_BYTES
                        && Arrays.equals(bytes, 0, VerifierKey.HASH_BYTES, key.hash(), 0, VerifierKey.HASH_BYTES)
                        && key.verifies(
                                text.getBytes(UTF_8), Arrays.copyOfRange(bytes, VerifierKey.HASH_BYTES, bytes.length)));
    }
}
