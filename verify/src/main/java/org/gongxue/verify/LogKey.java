package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key that signs checkpoints (Ed25519, RFC 8032), under its name in signed notes.
 *
 * @param publicKey its 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
record LogKey(String name, byte[] publicKey) {

    private static final int KEY_BYTES = 32;
    /** The algorithm's mark in signed notes. */
    private static final byte ED25519 = 1;
    /** What X.509 writes before the 32 bytes (RFC 8410). */
    private static final byte[] X509_BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern VERIFIER_KEY = Pattern.compile("(\\S+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    LogKey {
        if (publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + publicKey.length + " bytes");
        }
    }

    static LogKey of(String name, byte[] publicKey) throws MalformedException {
        if (publicKey.length != KEY_BYTES) {
            throw new MalformedException("the key " + name + " has " + publicKey.length + " bytes");
        }
        return new LogKey(name, publicKey);
    }

    /** Reads {@code <name>+<hash>+<Base64>}, a verifier key of signed notes. */
    static LogKey ofVerifierKey(String text) throws MalformedException {
        var parts = VERIFIER_KEY.matcher(text.strip());
        if (!parts.matches()) {
            throw new MalformedException("no verifier key: " + text.strip());
        }
        var marked = Fields.base64(parts.group(3));
        var key = of(parts.group(1), Arrays.copyOfRange(marked, 1, marked.length));
        if (marked[0] != ED25519 || !HexFormat.of().formatHex(key.hash()).equals(parts.group(2))) {
            throw new MalformedException("a verifier key that contradicts itself: " + text.strip());
        }
        return key;
    }

    /** As {@link #ofVerifierKey} reads it. */
    String verifierKey() {
        var marked = new byte[1 + KEY_BYTES];
        marked[0] = ED25519;
        System.arraycopy(publicKey, 0, marked, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(marked);
    }

    /** The four bytes by which a signature names its key. */
    byte[] hash() {
        return Arrays.copyOf(Hashes.sha256(name.getBytes(UTF_8), new byte[] {'\n', ED25519}, publicKey), 4);
    }

    /** Whether the signature is this key's over the message. */
    boolean signed(byte[] message, byte[] signature) {
        try {
            var encoded = Arrays.copyOf(X509_BEFORE, X509_BEFORE.length + KEY_BYTES);
            System.arraycopy(publicKey, 0, encoded, X509_BEFORE.length, KEY_BYTES);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // no point of the curve, or no signature at all
        }
    }

    boolean isSame(LogKey other) {
        return name.equals(other.name) && Arrays.equals(publicKey, other.publicKey);
    }
}
