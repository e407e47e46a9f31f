package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A log made for a test: events, a tree by the definitions of RFC 6962 word for word, keys and checkpoints. Written from
 * the format page and shares nothing with the verifier.
 */
final class SampleLog {

    private static final long BEGIN_MICROS = 1_521_079_200_000_000L;

    /** An event; its fields may be changed before it is added. */
    record Event(
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
            String data) {

        byte[] leaf() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.write(0);
                text(out, service);
                number(out, index);
                text(out, stream);
                number(out, version);
                out.writeInt(16);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
                text(out, type);
                number(out, revision);
                number(out, occurredAt);
                number(out, recordedAt);
                text(out, actor);
                text(out, cause);
                text(out, correlation);
                text(out, data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sha256(bytes.toByteArray());
        }

        private static void text(DataOutputStream out, String text) throws IOException {
            var bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private static void number(DataOutputStream out, long number) throws IOException {
            out.writeInt(8);
            out.writeLong(number);
        }

        private static void number(DataOutputStream out, int number) throws IOException {
            out.writeInt(4);
            out.writeInt(number);
        }

        String json() {
            return "{\"service\":\"" + service + "\",\"index\":" + index + ",\"stream\":\"" + stream + "\",\"version\":"
                    + version + ",\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"revision\":" + revision
                    + ",\"occurred_at\":" + occurredAt + ",\"recorded_at\":" + recordedAt + ",\"actor\":\"" + actor
                    + "\",\"cause\":\"" + cause + "\",\"correlation\":\"" + correlation + "\",\"data\":\""
                    + base64(data.getBytes(UTF_8)) + "\",\"leaf\":\"" + base64(leaf()) + "\"}";
        }

        /** As the explanation names it. */
        String reference() {
            return "{\"service\":\"" + service + "\",\"index\":" + index + ",\"leaf\":\"" + base64(leaf()) + "\"}";
        }

        Event withData(String other) {
            return new Event(
                    service,
                    index,
                    stream,
                    version,
                    id,
                    type,
                    revision,
                    occurredAt,
                    recordedAt,
                    actor,
                    cause,
                    correlation,
                    other);
        }
    }

    /** A key in force from an event on. */
    record Key(String name, KeyPair pair, String json, long index) {}

    final String service;
    final List<Event> events = new ArrayList<>();
    final List<Key> keys = new ArrayList<>();

    SampleLog(String service) {
        this.service = service;
    }

    Event add(String stream, String type, String data) {
        var index = events.size() + 1L;
        var event = new Event(
                service,
                index,
                stream,
                (int) events.stream().filter(e -> e.stream().equals(stream)).count() + 1,
                UUID.nameUUIDFromBytes((service + index).getBytes(UTF_8)),
                type,
                1,
                BEGIN_MICROS + index,
                BEGIN_MICROS + 10 * index,
                "user:s-" + index % 3,
                "command:user:s/" + new UUID(7, index),
                "c-" + index,
                data);
        events.add(event);
        return event;
    }

    /** Installs the next key, signed by this one, which is the one before unless somebody cheats. */
    void addKey(KeyPair pair, Key signedBy) {
        var name = "gongxue/" + service + "/" + (keys.size() + 1);
        var publicKey = base64(raw(pair));
        var json = "{\"name\":\"" + name + "\",\"publicKey\":\"" + publicKey + "\"";
        if (signedBy != null) {
            json += ",\"signedBy\":\"" + signedBy.name() + "\",\"signature\":\""
                    + base64(sign(signedBy.pair(), name + "\n" + publicKey)) + "\"";
        }
        var event = add("log/checkpoint-keys", "org.gongxue.log.checkpoint-key-installed", json + "}");
        keys.add(new Key(name, pair, json + ",\"index\":" + event.index() + "}", event.index()));
    }

    String keysJson() {
        return "[" + String.join(",", keys.stream().map(Key::json).toList()) + "]";
    }

    String checkpoint(int size) {
        return checkpoint(size, keys.getLast());
    }

    String checkpoint(int size, Key key) {
        var text = "gongxue/" + service + "\n" + size + "\n" + base64(root(0, size)) + "\n"
                + (size == 0 ? "" : "recorded-at " + events.get(size - 1).recordedAt() + "\n");
        return text + "\n\u2014 " + key.name() + " " + base64(concat(keyHash(key), sign(key.pair(), text))) + "\n";
    }

    String verifierKey(Key key) {
        var hex = new StringBuilder();
        for (var b : keyHash(key)) {
            hex.append("%02x".formatted(b));
        }
        return key.name() + "+" + hex + "+" + base64(concat(new byte[] {1}, raw(key.pair())));
    }

    private static byte[] keyHash(Key key) {
        return Arrays.copyOf(
                sha256(concat(concat((key.name() + "\n").getBytes(UTF_8), new byte[] {1}), raw(key.pair()))), 4);
    }

    String inclusion(long index, int size) {
        return "{\"index\":" + index + ",\"size\":" + size + ",\"hashes\":" + hashes(path((int) index - 1, 0, size))
                + "}";
    }

    String consistency(int from, int to) {
        return "{\"from\":" + from + ",\"to\":" + to + ",\"hashes\":" + hashes(proof(from, 0, to, true)) + "}";
    }

    private static String hashes(List<byte[]> hashes) {
        return "["
                + String.join(
                        ",", hashes.stream().map(h -> "\"" + base64(h) + "\"").toList()) + "]";
    }

    /** MTH(D[from:to]). */
    byte[] root(int from, int to) {
        if (from == to) {
            return sha256(new byte[0]);
        }
        if (to - from == 1) {
            return events.get(from).leaf();
        }
        var k = split(to - from);
        return sha256(concat(new byte[] {1}, concat(root(from, from + k), root(from + k, to))));
    }

    /** PATH(m, D[from:to]). */
    private List<byte[]> path(int m, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        var k = split(to - from);
        var path = m < k ? path(m, from, from + k) : path(m - k, from + k, to);
        path.add(m < k ? root(from + k, to) : root(from, from + k));
        return path;
    }

    /** SUBPROOF(m, D[from:to], isWhole). */
    private List<byte[]> proof(int m, int from, int to, boolean isWhole) {
        if (m == to - from) {
            return isWhole ? new ArrayList<>() : new ArrayList<>(List.of(root(from, to)));
        }
        var k = split(to - from);
        var proof = m <= k ? proof(m, from, from + k, isWhole) : proof(m - k, from + k, to, false);
        proof.add(m <= k ? root(from + k, to) : root(from, from + k));
        return proof;
    }

    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    static KeyPair newKey(long seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] raw(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static byte[] sign(KeyPair pair, String text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] concat(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
