package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command costs as the log and its streams grow: one JVM whose code is compiled, logs of several sizes in databases
 * of their own, rounds in which each size has its turn. A log is opened anew each time, so it remembers no heads.
 */
final class GrowthSection {
    private static final int CALLERS = 32;
    private static final int LEARNERS = 1_000;
    private static final int WARM_MILLIS = 500;
    private static final int MILLIS = 1_500;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;
    private static final int COMPILING_MILLIS = 6_000;

    /** A log this small has outgrown its size after a round, and is made again. */
    private static final int SMALL = 1_000;

    /** Learners without events yet, for the short streams; a fresh lot each round. */
    private static final int FIRST_SHORT = 2_000_000;

    /**
     * One size of one thing.
     *
     * @param label its name in the result
     * @param database the log, which is made anew when it is small
     * @param preload what is in the log when measuring begins
     * @param firstLearner who earns
     * @param learners how many of them
     */
    private record Size(String label, String database, Preload preload, int firstLearner, int learners) {}

    private final Parts parts;
    private final boolean quick;
    private final Map<String, List<Load.Result>> results = new LinkedHashMap<>();
    private final ArrayNode rounds = JsonNodeFactory.instance.arrayNode();

    private GrowthSection(Parts parts, boolean quick) {
        this.parts = parts;
        this.quick = quick;
    }

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        return new GrowthSection(parts, quick).measure();
    }

    private List<Size> sizes(int round) {
        int streams = quick ? 20 : 50;
        var middle = new Preload(quick ? 500_000 : 1_000_000, Work.STREAMS, streams);
        var sizes = new ArrayList<>(List.of(
                new Size("log1k", "growth_1k", new Preload(SMALL, LEARNERS, 0), 0, LEARNERS),
                new Size(quick ? "log500k" : "log1m", "growth_middle", middle, 0, LEARNERS),
                new Size("stream1", "growth_middle", middle, FIRST_SHORT + round * streams, streams),
                new Size("stream10k", "growth_middle", middle, Preload.FIRST_LONG, streams)));
        if (!quick) {
            var large = new Preload(5_000_000, Work.STREAMS, 0);
            sizes.add(2, new Size("log5m", "growth_large", large, 0, LEARNERS));
        }
        return sizes;
    }

    private Section.Found measure() throws Exception {
        for (Size size : sizes(0)) {
            if (size.preload().events() > SMALL && !results.containsKey(size.database())) {
                parts.clock().say("writing a log of " + size.preload().events() + " events");
                size.preload().fill(parts.database(size.database()));
                results.put(size.database(), List.of());
            }
        }
        results.clear();
        try (Worker worker = Worker.start(parts, Peer.OURS)) {
            parts.clock().say("warming");
            var compiling = parts.database("growth_warm").name();
            worker.run(new Load.Order(compiling, CALLERS, 0, LEARNERS, COMPILING_MILLIS, WARM_MILLIS));
            for (Size size : sizes(0)) {
                warm(worker, size);
            }
            for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
                var order = new ArrayList<>(sizes(round));
                Collections.rotate(order, -round);
                for (Size size : order) {
                    measure(worker, size, round);
                }
            }
        }
        return new Section.Found(
                figures(), JsonNodeFactory.instance.objectNode().set("rounds", rounds));
    }

    /**
     * The first touch of a page after a checkpoint writes all of it to the write-ahead log. In a service that is spread over
     * a quarter of an hour; here it would be most of what a round writes.
     */
    private static void warm(Worker worker, Size size) throws Exception {
        if (size.preload().events() > SMALL) {
            worker.run(new Load.Order(
                    size.database(), CALLERS, size.firstLearner(), size.learners(), COMPILING_MILLIS, WARM_MILLIS));
        }
    }

    private void measure(Worker worker, Size size, int round) throws Exception {
        if (size.preload().events() == SMALL) {
            size.preload().fill(parts.database(size.database()));
        }
        long before = parts.existing(size.database()).number(Peer.OURS.count());
        var watched = parts.quiet().begin();
        Load.Result result = worker.run(
                new Load.Order(size.database(), CALLERS, size.firstLearner(), size.learners(), WARM_MILLIS, MILLIS));
        ObjectNode noted = Work.JSON.valueToTree(result);
        noted.put("line", size.label())
                .put("round", round + 1)
                .put("eventsBefore", before)
                .set("machine", watched.end());
        rounds.add(noted);
        parts.clock()
                .say("round " + (round + 1) + ", " + size.label() + " " + Target.number(result.perSecond()) + "/s");
        results.computeIfAbsent(size.label(), _ -> new ArrayList<>()).add(result);
    }

    private ObjectNode figures() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        results.forEach((label, all) -> figures.put(label, rate(label)));
        String largest = quick ? "log500k" : "log5m";
        figures.put("logFlat", rate(largest) / rate("log1k"));
        figures.put("logCpuFlat", cpu("log1k") / cpu(largest));
        figures.put("streamFlat", rate("stream10k") / rate("stream1"));
        figures.put("streamCpuFlat", cpu("stream1") / cpu("stream10k"));
        return figures;
    }

    private double rate(String label) {
        return Figures.median(of(label).stream().map(Load.Result::perSecond).toList());
    }

    private double cpu(String label) {
        return Figures.median(of(label).stream()
                .map(r -> r.clientCpuMicros() + r.serverCpuMicros())
                .toList());
    }

    private List<Load.Result> of(String label) {
        return results.getOrDefault(label, List.of());
    }
}
