package org.gongxue.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * From here on another key signs the checkpoints. Whoever knows the first key so knows all: each but the first is signed by
 * the one before.
 *
 * @param name {@code gongxue/<service>/<n>}, n from 1
 * @param publicKey the Ed25519 key, 32 bytes in Base64
 * @param signedBy the name of the key before; null for the first
 * @param signature that key's signature over {@code name LF publicKey}, Base64; null for the first
 */
public record CheckpointKeyInstalled(
        String name,
        String publicKey,
        @Nullable String signedBy,
        @Nullable String signature) implements EngineEvent {

    /** The wire name. */
    public static final String TYPE = "org.gongxue.log.checkpoint-key-installed";

    /** What the key before signs. */
    static String signed(String name, String publicKey) {
        return name + "\n" + publicKey;
    }
}
