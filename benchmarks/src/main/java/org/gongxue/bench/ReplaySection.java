package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.gongxue.eventlog.CloudEvents;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.process.Programs;

/**
 * An audit's replay beside a raw consumer of the same topic, in turns. The replay is the product's own program with the
 * product's own flags, started as the reward service starts it: it reads, checks every leaf, place and version, folds
 * every fund and entitlement, and compares them with a live service, which is stood in for. Both are rates of reading, on
 * a JVM that is still cold in its first second.
 */
final class ReplaySection {
    private static final int ENTITLEMENTS = 250_000;
    private static final int QUICK_ENTITLEMENTS = 25_000;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;

    /** As in {@code ReplayCommandLine}. */
    private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC");

    private static final Pattern HEAP_AFTER = Pattern.compile("->(\\d+)M\\(\\d+M\\)");

    private final Parts parts;
    private final boolean quick;
    private final ArrayNode rounds = JsonNodeFactory.instance.arrayNode();
    private final List<Double> raw = new ArrayList<>();
    private final List<Double> verified = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();

    private ReplaySection(Parts parts, boolean quick) {
        this.parts = parts;
        this.quick = quick;
    }

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        return new ReplaySection(parts, quick).measure();
    }

    private Section.Found measure() throws Exception {
        int entitlements = quick ? QUICK_ENTITLEMENTS : ENTITLEMENTS;
        parts.clock().say("publishing the history of " + entitlements + " entitlements");
        long events = publish(entitlements);
        try (var live = new LiveLedgerStandIn(parts.kafka(), RewardHistory.live(entitlements, events))) {
            for (int round = 1; round <= (quick ? QUICK_ROUNDS : ROUNDS); round++) {
                parts.clock().say("round " + round);
                if (round % 2 == 1) {
                    raw.add(noted(round, "raw", () -> readRaw(events)));
                    verified.add(noted(round, "verified", () -> replay(live.environment(), events)));
                } else {
                    verified.add(noted(round, "verified", () -> replay(live.environment(), events)));
                    raw.add(noted(round, "raw", () -> readRaw(events)));
                }
            }
        }
        ObjectNode figures = JsonNodeFactory.instance
                .objectNode()
                .put("raw", Figures.median(raw))
                .put("verified", Figures.median(verified))
                .put("ratio", Figures.median(verified) / Figures.median(raw))
                .put("events", events)
                .put("heapMiBMax", heap.stream().mapToDouble(d -> d).max().orElse(0));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("rounds", rounds);
        return new Section.Found(figures, all);
    }

    private double noted(int round, String line, Callable<Double> measurement) throws Exception {
        var watched = parts.quiet().begin();
        double perSecond = measurement.call();
        rounds.addObject()
                .put("line", line)
                .put("round", round)
                .put("perSecond", perSecond)
                .set("machine", watched.end());
        return perSecond;
    }

    /** As a publisher would: in order, every event at its place in its partition. */
    private long publish(int entitlements) throws Exception {
        String topic = KafkaConfig.topic(RewardHistory.SERVICE);
        Kafkas.topic(parts.kafka(), topic);
        var places = new long[Kafkas.PARTITIONS];
        try (KafkaProducer<byte[], byte[]> producer = Kafkas.producer(parts.kafka(), "history")) {
            producer.initTransactions();
            producer.beginTransaction();
            long events = RewardHistory.play(entitlements, e -> send(producer, topic, e, places));
            producer.commitTransaction();
            return events;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for every send, and fails if one failed
    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, Envelope e, long[] places) {
        int partition = BuiltInPartitioner.partitionForKey(e.stream().toString().getBytes(UTF_8), places.length);
        producer.send(CloudEvents.record(topic, partition, e, ++places[partition]));
        if (e.index() % Kafkas.TRANSACTION_EVENTS == 0) {
            producer.commitTransaction();
            producer.beginTransaction();
        }
    }

    private double readRaw(long events) throws IOException, InterruptedException {
        JsonNode said = lastLine(
                command(
                        System.getProperty("java.class.path"),
                        RawReadMain.class.getName(),
                        List.of(parts.kafka(), KafkaConfig.topic(RewardHistory.SERVICE))),
                Map.of());
        if (said.path("events").asLong() != events) {
            throw new IllegalStateException("the raw consumer read something else: " + said);
        }
        return said.get("perSecond").asDouble();
    }

    private double replay(Map<String, String> environment, long events) throws IOException, InterruptedException {
        Path folder = BuiltTree.find().serviceJar("reward-service").getParent();
        String classpath = Stream.of("app", "lib/main", "lib/boot")
                .map(part -> folder + File.separator + part + File.separator + "*")
                .collect(Collectors.joining(File.pathSeparator));
        Path gc = parts.folder().resolve("replay-gc.log");
        var command =
                command(classpath, "org.gongxue.reward.audit.edge.ReplayProcess", List.of("bench", "fold", "now"));
        command.add(1, "-Xlog:gc:file=" + gc);
        JsonNode report = lastLine(command, environment);
        if (!report.path("verdict").asText().equals("identical")
                || report.path("eventsRead").asLong() != events) {
            throw new IllegalStateException("the replay found something else: " + report);
        }
        heap.add(heapMax(gc));
        return report.get("eventsPerSecond").asDouble();
    }

    private static List<String> command(String classpath, String main, List<String> arguments) {
        var command = new ArrayList<String>(List.of(Programs.java()));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classpath, main));
        command.addAll(arguments);
        return command;
    }

    private JsonNode lastLine(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = parts.folder().resolve("replay.err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String last = "";
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(errors));
        }
        return Work.JSON.readTree(last);
    }

    /** What the collector left in the heap, at most, in MiB. */
    private static double heapMax(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(HEAP_AFTER::matcher)
                    .filter(m -> m.find())
                    .mapToDouble(m -> Double.parseDouble(m.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
