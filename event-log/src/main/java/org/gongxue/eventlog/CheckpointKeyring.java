package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Objects;
import org.gongxue.eventlog.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of checkpoints, on the stream {@code log/checkpoint-keys}.
 *
 * @param count how many there were
 * @param name of the newest; null before the first
 * @param publicKey of the newest, Base64; null before the first
 */
record CheckpointKeyring(
        int count, @Nullable String name, @Nullable String publicKey) {

    static final StreamType<CheckpointKeyring> TYPE = StreamType.of(
            "log",
            CheckpointKeyring.class,
            1,
            new CheckpointKeyring(0, null, null),
            (state, event) -> state.after((CheckpointKeyInstalled) event));

    static final StreamId STREAM = TYPE.id("checkpoint-keys");

    /** The name of a service's n-th key, from 1. */
    static String nameOf(String service, int number) {
        return "gongxue/" + service + "/" + number;
    }

    /**
     * Takes a key in: the first as it is, any other only with the signature of the one before. The newest again changes
     * nothing, for several instances may start at once.
     */
    static Decision decide(View view, String service, CheckpointKeyInstalled key) {
        CheckpointKeyring keyring = view.state(TYPE, STREAM.id());
        if (key.name().equals(keyring.name) && key.publicKey().equals(keyring.publicKey)) {
            return Decision.accepted();
        }
        String next = nameOf(service, keyring.count + 1);
        if (!key.name().equals(next) || !keyring.vouchesFor(key)) {
            return Decision.refused(Refusal.conflict("CHECKPOINT_KEY_NOT_NEXT", "name", key.name(), next));
        }
        return Decision.accepted(new NewEvent(STREAM, key, view.context().submittedAt()));
    }

    private boolean vouchesFor(CheckpointKeyInstalled key) {
        if (count == 0) {
            return key.signedBy() == null && key.signature() == null;
        }
        String signature = key.signature();
        return signature != null
                && Objects.equals(key.signedBy(), name)
                && verifier()
                        .verifies(
                                CheckpointKeyInstalled.signed(key.name(), key.publicKey())
                                        .getBytes(UTF_8),
                                Base64.getDecoder().decode(signature));
    }

    private VerifierKey verifier() {
        return new VerifierKey(requireNonNull(name), Base64.getDecoder().decode(requireNonNull(publicKey)));
    }

    private CheckpointKeyring after(CheckpointKeyInstalled key) {
        return new CheckpointKeyring(count + 1, key.name(), key.publicKey());
    }
}
