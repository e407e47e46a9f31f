package org.gongxue.reward.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.ToldStreams;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardDomain;

/**
 * A whole log of the reward ledger with the events of its sources, as a release once decided it: one event a line. It is
 * never written again; a release that decides it otherwise has broken a promise (invariant 7).
 *
 * @param events of all services, each in its order
 */
record GoldenLog(List<Envelope> events) {

    private static final JsonMapper JSON = new JsonMapper();

    static Path file(String assessor) {
        return Path.of("src", "test", "resources", "assess", assessor + "-golden-log.jsonl");
    }

    static GoldenLog read(String assessor) throws IOException {
        var events = new ArrayList<Envelope>();
        for (var line : Files.readAllLines(file(assessor))) {
            events.add(envelope(JSON.readTree(line)));
        }
        return new GoldenLog(events);
    }

    private static Envelope envelope(JsonNode e) {
        return new Envelope(
                e.get("service").asText(),
                e.get("index").asLong(),
                StreamId.parse(e.get("stream").asText()),
                e.get("version").asInt(),
                UUID.fromString(e.get("id").asText()),
                e.get("type").asText(),
                e.get("revision").asInt(),
                Instant.parse(e.get("occurredAt").asText()),
                Instant.parse(e.get("recordedAt").asText()),
                e.get("actor").asText(),
                e.get("cause").asText(),
                e.get("correlation").asText(),
                e.get("data").asText().getBytes(UTF_8),
                Base64.getDecoder().decode(e.get("leaf").asText()));
    }

    /** The line of an event. */
    static String line(Envelope e) {
        return JSON.createObjectNode()
                .put("service", e.service())
                .put("index", e.index())
                .put("stream", e.stream().toString())
                .put("version", e.version())
                .put("id", e.id().toString())
                .put("type", e.type())
                .put("revision", e.revision())
                .put("occurredAt", e.occurredAt().toString())
                .put("recordedAt", e.recordedAt().toString())
                .put("actor", e.actor())
                .put("cause", e.cause())
                .put("correlation", e.correlation())
                .put("data", new String(e.data(), UTF_8))
                .put("leaf", Base64.getEncoder().encodeToString(e.leaf()))
                .toString();
    }

    Stream<Envelope> of(String service) {
        return events.stream().filter(e -> e.service().equals(service));
    }

    /** The root over the ledger's own leaves, Base64. */
    String root() {
        var root = new GrowingRoot();
        of(RewardDomain.SERVICE).map(Envelope::leaf).forEach(root::add);
        return Base64.getEncoder().encodeToString(root.root());
    }

    /** Everything that is not as it was when this release decides it, and what is wrong with the log itself. */
    List<Difference> decidedAgain() throws InterruptedException {
        var codec = new CatalogCodec();
        var domain = new RewardDomain(codec);
        var own = of(RewardDomain.SERVICE).toList();
        var log = OrderedReplay.understood(RewardDomain.SERVICE, own.size(), 1, codec);
        try (var streams = ToldStreams.of(domain, ToldStreams.AT_HAND_MAX)) {
            var redeciding = new Redeciding(log, domain, streams);
            var reading = Thread.ofVirtual().start(() -> {
                own.forEach(e -> log.partition(0).take(e, e.index()));
                log.partition(0).end();
            });
            redeciding.decide();
            reading.join();
            for (var source : log.inputs().sources()) {
                var check = new SourceCheck(domain, log.inputs(), source);
                of(source).forEach(e -> check.take(e, e.index()));
            }
            return redeciding.soundness().findings().inOrder();
        }
    }
}
