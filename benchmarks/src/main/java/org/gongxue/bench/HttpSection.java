package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A command through a real service, the enrollment service registering a union unit, beside a plain Quarkus endpoint that
 * takes the same request and inserts one row. Both check the same token and the same rules of form, on a virtual thread, in
 * a JVM with the same flags; one client calls them in turns. Ours publishes to Kafka meanwhile and reads its answer back.
 */
final class HttpSection {
    private static final int CALLERS = 32;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;
    private static final long WARM_MILLIS = 60_000;
    private static final long QUICK_WARM_MILLIS = 30_000;
    private static final long ROUND_MILLIS = 5_000;
    private static final long QUICK_ROUND_MILLIS = 2_000;
    private static final long SETTLE_MILLIS = 500;

    private static final String ROW = "CREATE TABLE unit (unit_id text PRIMARY KEY, parent_id text, name text NOT NULL,"
            + " level text NOT NULL, ownership text NOT NULL, affiliation text NOT NULL, division_code text,"
            + " credit_code text, registered_at timestamptz NOT NULL)";

    /** Who is measured. */
    private enum Line {
        OURS("enrollment-service"),
        CRUD("benchmarks/plain-endpoint");

        private final String module;

        Line(String module) {
            this.module = module;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Parts parts;
    private final boolean quick;
    private final Map<Line, Database> databases = new EnumMap<>(Line.class);
    private final Map<Line, HttpPeer> peers = new EnumMap<>(Line.class);
    private final Map<Line, Long> acknowledged = new EnumMap<>(Line.class);
    private final Map<Line, List<Double>> rates = new EnumMap<>(Line.class);
    private final ArrayNode rounds = JsonNodeFactory.instance.arrayNode();

    private HttpSection(Parts parts, boolean quick) {
        this.parts = parts;
        this.quick = quick;
    }

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        var section = new HttpSection(parts, quick);
        try {
            return section.measure();
        } finally {
            section.peers.values().forEach(HttpPeer::close);
        }
    }

    private Section.Found measure() throws Exception {
        for (Line line : Line.values()) {
            begin(line);
        }
        for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
            for (Line line : round % 2 == 0
                    ? List.of(Line.values())
                    : List.of(Line.values()).reversed()) {
                var watched = parts.quiet().begin();
                Load.Result result = load(line, SETTLE_MILLIS, quick ? QUICK_ROUND_MILLIS : ROUND_MILLIS);
                note(line, round, result, watched.end());
            }
        }
        for (Line line : Line.values()) {
            assertKept(line);
        }
        var figures = JsonNodeFactory.instance.objectNode();
        rates.forEach((line, perSecond) -> figures.put(line.label(), Figures.median(perSecond)));
        figures.put(
                "ratio",
                figures.path("ours").doubleValue() / figures.path("crud").doubleValue());
        return new Section.Found(figures, JsonNodeFactory.instance.objectNode().set("rounds", rounds));
    }

    private void begin(Line line) throws Exception {
        parts.clock().say("warming " + line.label());
        Database database = parts.database("http_" + line.label());
        databases.put(line, database);
        if (line == Line.CRUD) {
            database.execute(ROW);
        }
        peers.put(line, HttpPeer.start(parts, line.module, database));
        acknowledged.put(line, 1L);
        load(line, quick ? QUICK_WARM_MILLIS : WARM_MILLIS, SETTLE_MILLIS);
    }

    private Load.Result load(Line line, long warmMillis, long millis) throws Exception {
        var load = new Load(Objects.requireNonNull(peers.get(line)), parts.serverPid());
        Load.Result result =
                load.run(new Load.Order("http_" + line.label(), CALLERS, 0, Work.STREAMS, warmMillis, millis));
        acknowledged.merge(line, result.acknowledged(), Long::sum);
        return result;
    }

    private void note(Line line, int round, Load.Result result, ObjectNode machine) {
        rates.computeIfAbsent(line, _ -> new ArrayList<>()).add(result.perSecond());
        ObjectNode noted = Work.JSON.valueToTree(result);
        noted.put("line", line.label()).put("round", round + 1).set("machine", machine);
        rounds.add(noted);
        parts.clock()
                .say("round " + (round + 1) + ", " + line.label() + " " + Target.number(result.perSecond()) + "/s");
    }

    /** What was acknowledged is there, once; the root of the tree as well. */
    private void assertKept(Line line) throws Exception {
        long kept = Objects.requireNonNull(databases.get(line)).number("SELECT count(*) FROM unit");
        long told = Objects.requireNonNull(acknowledged.get(line));
        if (kept != told) {
            throw new IllegalStateException(line.label() + " keeps " + kept + " units, but acknowledged " + told);
        }
    }
}
