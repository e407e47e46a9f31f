package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Commands a second beside other ways of doing the same durable work: in rounds, each line once a round, each round begun
 * by another line, all on one PostgreSQL.
 */
final class AppendSection {
    private static final int FEW = 32;
    private static final int MANY = 128;

    /** A learner that has no head yet and that everybody wants. */
    private static final int HOT = Work.STREAMS;

    private static final long WARM_MILLIS = 1_000;
    private static final long QUICK_WARM_MILLIS = 500;
    private static final long ROUND_MILLIS = 5_000;
    private static final long QUICK_ROUND_MILLIS = 2_000;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;

    /** What is measured, by the name in the result. A line without a peer is pgbench. */
    private enum Line {
        PGBENCH32(null, FEW, false),
        OURS32(Peer.OURS, FEW, false),
        OURS128(Peer.OURS, MANY, false),
        HOT32(Peer.OURS, FEW, true),
        HOT128(Peer.OURS, MANY, true),
        AXON32(Peer.AXON, FEW, false),
        AXON128(Peer.AXON, MANY, false),
        PEKKO32(Peer.PEKKO, FEW, false),
        PEKKO128(Peer.PEKKO, MANY, false),
        JDBC32(Peer.JDBC, FEW, false),
        JDBC128(Peer.JDBC, MANY, false),
        HIBERNATE32(Peer.HIBERNATE, FEW, false),
        HIBERNATE128(Peer.HIBERNATE, MANY, false);

        private final @Nullable Peer peer;
        private final int callers;
        private final boolean hot;

        Line(@Nullable Peer peer, int callers, boolean hot) {
            this.peer = peer;
            this.callers = callers;
            this.hot = hot;
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Parts parts;
    private final boolean quick;
    private final Map<Peer, Worker> workers = new EnumMap<>(Peer.class);
    private final Map<Line, List<Double>> rates = new EnumMap<>(Line.class);
    private final ArrayNode rounds = JsonNodeFactory.instance.arrayNode();

    private AppendSection(Parts parts, boolean quick) {
        this.parts = parts;
        this.quick = quick;
    }

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        var section = new AppendSection(parts, quick);
        try {
            return section.measure();
        } finally {
            for (Worker worker : section.workers.values()) {
                worker.close();
            }
        }
    }

    private Section.Found measure() throws Exception {
        Database rows = parts.database("append_pgbench");
        Pgbench pgbench = Pgbench.open(parts, rows);
        for (Peer peer : Peer.values()) {
            begin(peer);
        }
        long inserted = 0;
        for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
            var order = new ArrayList<>(List.of(Line.values()));
            Collections.rotate(order, -round * order.size() / (quick ? QUICK_ROUNDS : ROUNDS));
            for (Line line : order) {
                var watched = parts.quiet().begin();
                Load.Result result = line.peer == null ? pgbench.run(millis() + warm()) : run(line, line.peer);
                inserted += line.peer == null ? result.acknowledged() : 0;
                note(line, round, result, watched.end());
                parts.clock()
                        .say("round " + (round + 1) + ", " + line.label() + " " + Target.number(result.perSecond())
                                + "/s");
            }
        }
        assertKept("pgbench", inserted, rows.number(Peer.JDBC.count()));
        for (var worker : workers.entrySet()) {
            Database database = parts.existing(database(worker.getKey()));
            long kept = database.number(worker.getKey().count());
            assertKept(database.name(), worker.getValue().acknowledged(database.name()), kept);
        }
        return new Section.Found(
                figures(), JsonNodeFactory.instance.objectNode().set("rounds", rounds));
    }

    /** Opens it, has every learner earn once, and runs it until its code is compiled. */
    private void begin(Peer peer) throws IOException, SQLException {
        parts.clock().say("warming " + peer.name().toLowerCase(java.util.Locale.ROOT));
        parts.database(database(peer));
        Worker worker = Worker.start(parts, peer);
        workers.put(peer, worker);
        worker.prepare(database(peer), FEW);
        for (int callers : new int[] {FEW, MANY}) {
            worker.run(new Load.Order(database(peer), callers, 0, Work.STREAMS, millis(), WARM_MILLIS));
        }
    }

    private Load.Result run(Line line, Peer peer) throws IOException {
        return Objects.requireNonNull(workers.get(peer))
                .run(new Load.Order(
                        database(peer),
                        line.callers,
                        line.hot ? HOT : 0,
                        line.hot ? 1 : Work.STREAMS,
                        warm(),
                        millis()));
    }

    private void note(Line line, int round, Load.Result result, ObjectNode machine) {
        rates.computeIfAbsent(line, _ -> new ArrayList<>()).add(result.perSecond());
        ObjectNode noted = Work.JSON.valueToTree(result);
        noted.put("line", line.label()).put("round", round + 1).set("machine", machine);
        rounds.add(noted);
    }

    /** What was acknowledged is there, once. */
    private static void assertKept(String who, long acknowledged, long kept) {
        if (acknowledged != kept) {
            throw new IllegalStateException(who + " keeps " + kept + " events, but acknowledged " + acknowledged);
        }
    }

    private ObjectNode figures() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        rates.forEach((line, perRound) -> figures.put(line.label(), Figures.median(perRound)));
        return figures;
    }

    private static String database(Peer peer) {
        return "append_" + peer.name().toLowerCase(java.util.Locale.ROOT);
    }

    private long millis() {
        return quick ? QUICK_ROUND_MILLIS : ROUND_MILLIS;
    }

    private long warm() {
        return quick ? QUICK_WARM_MILLIS : WARM_MILLIS;
    }
}
