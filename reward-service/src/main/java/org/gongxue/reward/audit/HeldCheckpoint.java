package org.gongxue.reward.audit;

import java.util.Base64;
import java.util.HexFormat;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.VerifierKey;

/**
 * A checkpoint that somebody kept outside, with the key that he trusts.
 *
 * @param signed whether that key signed it
 */
public record HeldCheckpoint(Checkpoint checkpoint, String keyName, boolean signed) {

    private static final int HASH_CHARS = 8;
    private static final int MARK_BYTES = 1;
    private static final int KEY_BYTES = 32;

    /**
     * Reads both.
     *
     * @param note the signed note
     * @param vkey {@code <name>+<hash>+<key>}
     * @throws IllegalArgumentException if either is not what it should be
     */
    public static HeldCheckpoint of(String note, String vkey) {
        var signedNote = SignedNote.parse(note);
        var key = key(vkey);
        return new HeldCheckpoint(Checkpoint.of(signedNote), key.name(), signedNote.isSignedBy(key));
    }

    private static VerifierKey key(String vkey) {
        var name = vkey.indexOf('+');
        var hash = name + 1 + HASH_CHARS;
        if (name < 1 || vkey.length() <= hash || vkey.charAt(hash) != '+') {
            throw new IllegalArgumentException("not a verifier key: " + vkey);
        }
        var bytes = Base64.getDecoder().decode(vkey.substring(hash + 1));
        if (bytes.length != MARK_BYTES + KEY_BYTES) {
            throw new IllegalArgumentException("not a verifier key of Ed25519: " + vkey);
        }
        var publicKey = new byte[KEY_BYTES];
        System.arraycopy(bytes, MARK_BYTES, publicKey, 0, KEY_BYTES);
        var key = new VerifierKey(vkey.substring(0, name), publicKey);
        if (!HexFormat.of().formatHex(key.hash()).equals(vkey.substring(name + 1, hash))) {
            throw new IllegalArgumentException("a verifier key whose hash is of another: " + vkey);
        }
        return key;
    }
}
