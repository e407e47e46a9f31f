package org.gongxue.eventlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of an Ed25519 key that signs notes (C2SP signed-note).
 *
 * @param name without spaces and plus signs
 * @param publicKey as RFC 8032 encodes it, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
public record VerifierKey(String name, byte[] publicKey) {
    /** The bytes of {@link #hash}. */
    static final int HASH_BYTES = 4;

    private static final int KEY_BYTES = 32;
    private static final byte ED25519 = 1;

    /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not the name of a key: " + name);
        }
        if (publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + publicKey.length);
        }
    }

    /** Stands before every signature: which key made it. */
    public byte[] hash() {
        MessageDigest digest = MerkleTree.sha256();
        digest.update(name.getBytes(UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(publicKey), HASH_BYTES);
    }

    /** The key in one line, as verifiers of signed notes take it. */
    public String vkey() {
        var key = new byte[1 + KEY_BYTES];
        key[0] = ED25519;
        System.arraycopy(publicKey, 0, key, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(key);
    }

    /** Whether a signature of this key stands for these bytes. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(decoded());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException notOne) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " is no key of Ed25519", e);
        }
    }

    private PublicKey decoded() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
