package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogBusyException;
import org.jspecify.annotations.Nullable;

/**
 * One evidence pack in the making: the events that an explanation names, from every log, with the proofs that they are
 * there. Used once.
 */
final class EvidencePack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CHECKPOINT_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /**
     * What was asked for.
     *
     * @param paymentId the attempt it was asked by, if it was
     */
    record Asked(String entitlementId, @Nullable String paymentId) {}

    private final Map<String, LogSource> logs;
    private final EvidenceFiles files = new EvidenceFiles();
    private final Map<String, SortedSet<Long>> wanted = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();

    /**
     * A pack of what an explanation names.
     *
     * @param logs by service
     */
    EvidencePack(Map<String, LogSource> logs, byte[] explanation, byte[] sheet) {
        this.logs = logs;
        files.put("explanation.json", explanation);
        files.put("底稿.xlsx", sheet);
        collect(read(explanation));
    }

    /** Takes what the other services have to give, so that nothing is stated while one of them is away. */
    void takeFromOthersThan(String service) {
        wanted.keySet().stream().filter(other -> !other.equals(service)).forEach(this::take);
    }

    /**
     * The archive, with what the service's own log has to give.
     *
     * @param statement the event that states the pack
     * @param since a size of the statement's log that the pack shall be consistent with; 0 for none
     * @throws LogBusyException if no checkpoint covers the events yet
     */
    byte[] zip(Asked asked, Envelope statement, long since) {
        var service = statement.service();
        want(service, statement.index());
        take(service);
        files.putManifest(asked, statement, sizes);
        var size = sizes.getOrDefault(service, 0L);
        if (since > 0 && since < size) {
            files.putConsistency(service, since, size, log(service).consistency(since, size));
        }
        return files.zip();
    }

    private static JsonNode read(byte[] explanation) {
        try {
            return JSON.readTree(explanation);
        } catch (IOException e) {
            throw new IllegalStateException("an explanation is JSON", e);
        }
    }

    /** Every object with a service, an index and a leaf names an event. */
    private void collect(JsonNode node) {
        if (node.has("service") && node.has("index") && node.has("leaf")) {
            want(node.get("service").asText(), node.get("index").asLong());
        }
        node.forEach(this::collect);
    }

    private void want(String service, long index) {
        wanted.computeIfAbsent(service, _ -> new TreeSet<>()).add(index);
    }

    private LogSource log(String service) {
        var log = logs.get(service);
        if (log == null) {
            throw new IllegalStateException("nobody told where the log of " + service + " is asked for");
        }
        return log;
    }

    private void take(String service) {
        var log = log(service);
        var keys = log.keys();
        var indexes = new TreeSet<>(wanted.get(service));
        indexes.addAll(keys);
        var checkpoint = covering(log, service, indexes.last());
        var size = LogSource.size(checkpoint);
        sizes.put(service, size);
        files.putCheckpoint(service, checkpoint);
        var events = new TreeMap<Long, Envelope>();
        for (var index : indexes) {
            var event = log.event(index);
            events.put(index, event);
            files.putEvent(event, size, log.inclusion(index, size));
        }
        files.putKeys(service, keys.stream().map(events::get).toList());
    }

    /** The newest checkpoint, once it covers an event: checkpoints follow the log by a moment. */
    private static String covering(LogSource log, String service, long index) {
        var deadline = System.nanoTime() + CHECKPOINT_MAX.toNanos();
        while (true) {
            var checkpoint = log.checkpoint();
            if (LogSource.size(checkpoint) >= index) {
                return checkpoint;
            }
            if (System.nanoTime() > deadline) {
                throw new LogBusyException(
                        "no checkpoint of " + service + " covers event " + index + " yet", Duration.ofSeconds(5));
            }
            log.hasten();
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
