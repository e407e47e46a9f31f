package org.gongxue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.ConsistencyProof;
import org.gongxue.eventlog.tree.InclusionProof;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.VerifierKey;

/**
 * Somebody who trusts nobody and looks at a service's log through its door.
 *
 * @param door gives what stands at a path below the service's own
 */
public record CheckedLog(UnaryOperator<String> door) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The newest checkpoint, its signature checked with the newest of the service's keys that it covers. */
    public Checkpoint checkpoint() {
        SignedNote note = SignedNote.parse(door.apply("log/checkpoint"));
        Checkpoint checkpoint = Checkpoint.of(note);
        var covered = new ArrayList<VerifierKey>();
        for (JsonNode key : read("log/checkpoint/keys/history")) {
            if (key.path("index").asLong() <= checkpoint.size()) {
                covered.add(new VerifierKey(key.path("name").asText(), bytes(key.path("publicKey"))));
            }
        }
        VerifierKey signer = covered.getLast();
        assertThat(note.isSignedBy(signer)).isTrue();
        assertThat(texts(read("log/checkpoint/keys"))).contains(signer.vkey());
        return checkpoint;
    }

    /** Recomputes every leaf up to the checkpoint from its fields and checks that the checkpoint covers it. */
    public void check(Checkpoint checkpoint) {
        long index = 1;
        while (index <= checkpoint.size()) {
            JsonNode page = read("log/entries?from=" + index + "&count=200");
            assertThat(page.isEmpty()).as("nothing at %d", index).isFalse();
            for (JsonNode entry : page) {
                if (entry.path("index").asLong() > checkpoint.size()) {
                    return;
                }
                assertThat(entry.path("index").asLong()).isEqualTo(index);
                byte[] leaf = Leaf.of(envelope(entry));
                assertThat(bytes(entry.path("leaf"))).isEqualTo(leaf);
                if (index % 7 == 1 || index > checkpoint.size() - 3) {
                    assertThat(inclusion(index, checkpoint).proves(leaf, checkpoint.root()))
                            .as("event %d of %d", index, checkpoint.size())
                            .isTrue();
                }
                index++;
            }
        }
    }

    /** That the log goes on from an earlier checkpoint. */
    public void check(Checkpoint earlier, Checkpoint later) {
        JsonNode found = read("log/proofs/consistency?from=" + earlier.size() + "&to=" + later.size());
        var proof = new ConsistencyProof(earlier.size(), later.size(), hashes(found));
        assertThat(proof.proves(earlier.root(), later.root())).isTrue();
    }

    private InclusionProof inclusion(long index, Checkpoint checkpoint) {
        JsonNode found = read("log/proofs/inclusion?index=" + index + "&size=" + checkpoint.size());
        return new InclusionProof(
                found.path("index").asLong(), found.path("size").asLong(), hashes(found));
    }

    private static Envelope envelope(JsonNode entry) {
        return new Envelope(
                entry.path("service").asText(),
                entry.path("index").asLong(),
                StreamId.parse(entry.path("stream").asText()),
                entry.path("version").asInt(),
                UUID.fromString(entry.path("id").asText()),
                entry.path("type").asText(),
                entry.path("revision").asInt(),
                moment(entry.path("occurred_at")),
                moment(entry.path("recorded_at")),
                entry.path("actor").asText(),
                entry.path("cause").asText(),
                entry.path("correlation").asText(),
                bytes(entry.path("data")),
                new byte[0]);
    }

    private static Instant moment(JsonNode micros) {
        return Instant.EPOCH.plus(micros.asLong(), ChronoUnit.MICROS);
    }

    private static List<byte[]> hashes(JsonNode proof) {
        var hashes = new ArrayList<byte[]>();
        proof.path("hashes").forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(door.apply(path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " is no JSON", e);
        }
    }
}
