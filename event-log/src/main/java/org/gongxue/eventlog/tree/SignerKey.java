package org.gongxue.eventlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A whole Ed25519 key that signs notes. */
public final class SignerKey {
    /** The bytes of {@link #secret}. */
    public static final int SECRET_BYTES = 64;

    private static final int HALF = SECRET_BYTES / 2;

    /** What PKCS #8 writes before the 32 bytes of an Ed25519 seed (RFC 8410). */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final byte[] secret;

    private SignerKey(VerifierKey verifier, byte[] secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    /** A key from its secret; a signature is tried, so that two halves of different keys are noticed. */
    public static SignerKey of(String name, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("the secret of " + name + " has " + secret.length + " bytes, not 64");
        }
        var key = new SignerKey(new VerifierKey(name, Arrays.copyOfRange(secret, HALF, SECRET_BYTES)), secret.clone());
        byte[] tried = name.getBytes(UTF_8);
        if (!key.verifier.verifies(tried, key.sign(tried))) {
            throw new IllegalArgumentException("the two halves of " + name + " do not belong together");
        }
        return key;
    }

    /** A fresh secret: the seed and the public key as RFC 8032 has them, 32 bytes each. */
    public static byte[] freshSecret() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = pair.getPrivate().getEncoded();
            byte[] point = pair.getPublic().getEncoded();
            return ByteBuffer.allocate(SECRET_BYTES)
                    .put(seed, seed.length - HALF, HALF)
                    .put(point, point.length - HALF, HALF)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** Its public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Its signature of these bytes, 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(decoded());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(verifier.name() + " cannot sign", e);
        }
    }

    /** A text as a note with this key's signature. */
    public SignedNote note(String text) {
        byte[] hash = verifier.hash();
        byte[] signature = sign(text.getBytes(UTF_8));
        byte[] bytes = ByteBuffer.allocate(hash.length + signature.length)
                .put(hash)
                .put(signature)
                .array();
        return new SignedNote(text, List.of(new SignedNote.Signature(verifier.name(), bytes)));
    }

    private PrivateKey decoded() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + HALF);
        System.arraycopy(secret, 0, encoded, PKCS8_PREFIX.length, HALF);
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
