package org.gongxue.reward.audit.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongxue.eventlog.Envelope;

/**
 * The files of an evidence pack, in the forms of docs/log-format.md: JSON without spaces, fields in a fixed order, and an
 * archive without compression or dates, so that there is one way only to write a pack.
 */
final class EvidenceFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new TreeMap<>();

    /** A file as it is. */
    void put(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    /** A JSON file. */
    void put(String name, JsonNode json) {
        try {
            files.put(name, JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is JSON", e);
        }
    }

    /**
     * The manifest.
     *
     * @param sizes of the checkpoints, by service
     */
    void putManifest(EvidencePack.Asked asked, Envelope statement, Map<String, Long> sizes) {
        var manifest = JSON.createObjectNode()
                .put("format", "gongxue-evidence/1")
                .put("service", statement.service())
                .put("entitlementId", asked.entitlementId());
        if (asked.paymentId() != null) {
            manifest.put("paymentId", asked.paymentId());
        }
        manifest.put("askedBy", statement.actor())
                .put("at", micros(statement.recordedAt()))
                .put("statement", statement.index());
        var checkpoints = manifest.putObject("checkpoints");
        sizes.forEach(checkpoints::put);
        put("manifest.json", manifest);
    }

    /** An event with the proof that it is in the log of a size. */
    void putEvent(Envelope e, long size, List<String> proof) {
        put(
                "events/" + e.service() + "/" + e.index() + ".json",
                JSON.createObjectNode()
                        .put("service", e.service())
                        .put("index", e.index())
                        .put("stream", e.stream().toString())
                        .put("version", e.version())
                        .put("id", e.id().toString())
                        .put("type", e.type())
                        .put("revision", e.revision())
                        .put("occurred_at", micros(e.occurredAt()))
                        .put("recorded_at", micros(e.recordedAt()))
                        .put("actor", e.actor())
                        .put("cause", e.cause())
                        .put("correlation", e.correlation())
                        .put("data", Base64.getEncoder().encodeToString(e.data()))
                        .put("leaf", Base64.getEncoder().encodeToString(e.leaf())));
        put(
                "proofs/" + e.service() + "/" + e.index() + ".json",
                proof(JSON.createObjectNode().put("index", e.index()).put("size", size), proof));
    }

    /** The proof that a log of one size is the beginning of that of another. */
    void putConsistency(String service, long from, long to, List<String> proof) {
        put(
                "consistency/" + service + ".json",
                proof(JSON.createObjectNode().put("from", from).put("to", to), proof));
    }

    private static ObjectNode proof(ObjectNode proof, List<String> hashes) {
        var array = proof.putArray("hashes");
        hashes.forEach(array::add);
        return proof;
    }

    /** The key history of a log: what the events say that installed them, and where they stand. */
    void putKeys(String service, List<Envelope> installed) {
        var keys = JSON.createArrayNode();
        for (var event : installed) {
            try {
                keys.add(((ObjectNode) JSON.readTree(event.data())).put("index", event.index()));
            } catch (IOException e) {
                throw new UncheckedIOException("a key that is no JSON", e);
            }
        }
        put("keys/" + service + ".json", keys);
    }

    /** A checkpoint as it was signed. */
    void putCheckpoint(String service, String note) {
        put("checkpoints/" + service + ".txt", note.getBytes(UTF_8));
    }

    /** The archive. */
    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(UNDATED);
        return entry;
    }

    /** SHA-256 in lower-case hex. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
