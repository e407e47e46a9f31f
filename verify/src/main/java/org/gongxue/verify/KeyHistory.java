package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one service, oldest first: each but the first is signed by the one before.
 *
 * @param keys at least one
 */
record KeyHistory(List<Installed> keys) {

    /**
     * A key, and the index of the event that says so.
     *
     * @param data what that event says, byte for byte
     */
    record Installed(LogKey key, long index, String data) {}

    /** Reads {@code keys/<service>.json}. */
    static KeyHistory read(byte[] bytes, String service) throws MalformedException {
        var keys = new ArrayList<Installed>();
        for (var item : Fields.items(Json.readCanonical(bytes))) {
            keys.add(installed(item, service, keys.isEmpty() ? null : keys.getLast()));
        }
        if (keys.isEmpty()) {
            throw new MalformedException("no key");
        }
        return new KeyHistory(List.copyOf(keys));
    }

    private static Installed installed(Json item, String service, @Nullable Installed before)
            throws MalformedException {
        var fields = Fields.of(item);
        var name = fields.text("name");
        var publicKey = fields.bytes("publicKey");
        var signedBy = fields.optionalText("signedBy");
        var signature = fields.has("signature") ? fields.bytes("signature") : null;
        var index = fields.whole("index");
        fields.end();
        if (!name.startsWith("gongxue/" + service + "/")) {
            throw new MalformedException("the key " + name + " is of another log");
        }
        var key = LogKey.of(name, publicKey);
        if (before == null) {
            if (signedBy != null || signature != null) {
                throw new MalformedException("the first key here is not the first there was");
            }
        } else if (signature == null
                || !before.key().name().equals(signedBy)
                || index <= before.index()
                || !before.key().signed(introduction(key), signature)) {
            throw new MalformedException("the key " + name + " was not installed by the one before");
        }
        return new Installed(key, index, data(key, signedBy, signature));
    }

    /** What the key before signs. */
    private static byte[] introduction(LogKey key) {
        return (key.name() + "\n" + Base64.getEncoder().encodeToString(key.publicKey())).getBytes(UTF_8);
    }

    private static String data(LogKey key, @Nullable String signedBy, byte @Nullable [] signature) {
        var data = new StringBuilder("{\"name\":" + Json.quoted(key.name()) + ",\"publicKey\":"
                + Json.quoted(Base64.getEncoder().encodeToString(key.publicKey())));
        if (signedBy != null && signature != null) {
            data.append(",\"signedBy\":" + Json.quoted(signedBy) + ",\"signature\":"
                    + Json.quoted(Base64.getEncoder().encodeToString(signature)));
        }
        return data.append('}').toString();
    }

    /** Checks that the checkpoint is signed, by the key that was in force: of those installed within it the last. */
    void check(Checkpoint checkpoint, String where, Findings findings) {
        for (var signed : checkpoint.signatures()) {
            var by = keys.stream().filter(k -> signed.names(k.key())).findFirst();
            if (by.isEmpty()) {
                findings.unchecked(where, "signed by " + signed.name() + ", whose key is not in the pack");
            } else if (!by.get().key().signed(checkpoint.text(), signed.signature())) {
                findings.wrong(where, "not signed by " + signed.name());
            } else if (!isInForce(by.get(), checkpoint.size())) {
                findings.wrong(where, "signed by " + signed.name() + ", which was not in force");
            }
        }
    }

    private boolean isInForce(Installed key, long size) {
        return key.index() <= size && keys.stream().noneMatch(k -> k.index() > key.index() && k.index() <= size);
    }

    /** The key that is the same as a held one. */
    Optional<Installed> same(LogKey held) {
        return keys.stream().filter(k -> k.key().isSame(held)).findFirst();
    }
}
