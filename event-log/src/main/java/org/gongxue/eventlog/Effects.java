package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a batch leaves in the log besides the inbox: events, the heads after them, and outcomes, all in one statement. Each
 * head is looked up by its key in a query of its own, so that no plan, made when there were few, can scan for it.
 */
record Effects(List<Recorded> events, Map<StreamId, Head> heads, List<OutcomeRows.Stored> outcomes) {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String WRITE = """
            WITH e AS (
              INSERT INTO log.event (index, stream, version, id, type, revision, occurred_at, recorded_at, actor, cause,
                  correlation, data, leaf)
              SELECT * FROM unnest(?::log.event[])
              RETURNING 1
            ), w AS (
              SELECT * FROM unnest(?::text[], ?::int[], ?::int[], ?::int[], ?::bytea[])
                AS w (stream, base, version, evolve_version, state)
            ), h AS (
              UPDATE log.head SET version = f.version, evolve_version = f.evolve_version, state = f.state
              FROM (SELECT w.*, (SELECT known.ctid FROM log.head known WHERE known.stream = w.stream) AS place FROM w) f
              WHERE head.ctid = f.place AND head.version = f.base
              RETURNING 1
            ), n AS (
              INSERT INTO log.head (stream, version, evolve_version, state)
              SELECT stream, version, evolve_version, state FROM w WHERE base = 0
              RETURNING 1
            ), o AS (
              INSERT INTO log.command_outcome (principal, id, request_hash, outcome, answer)
              SELECT * FROM unnest(?::log.command_outcome[])
              RETURNING 1
            )
            SELECT (SELECT count(*) FROM e), (SELECT count(*) FROM h) + (SELECT count(*) FROM n), (SELECT count(*) FROM o)""";

    boolean isEmpty() {
        return events.isEmpty() && outcomes.isEmpty();
    }

    /**
     * Writes everything, after a last look at it and before believing that all of it arrived.
     *
     * @throws SQLTransactionRollbackException if a head in the database is not the one that was decided on
     */
    void write(Connection c, Rules<?> rules, long lastIndex) throws SQLException {
        assertDense(lastIndex);
        try (var s = c.prepareStatement(WRITE)) {
            s.setArray(1, EventRows.array(s, events));
            int next = bindHeads(new Columns(s, 2), rules);
            s.setArray(next, OutcomeRows.array(s, outcomes));
            try (ResultSet counts = s.executeQuery()) {
                counts.next();
                assertWritten("events", events.size(), counts.getInt(1));
                if (counts.getInt(2) != heads.size()) {
                    throw new SQLTransactionRollbackException(
                            "a head is not the one decided on", SERIALIZATION_FAILURE);
                }
                assertWritten("outcomes", outcomes.size(), counts.getInt(3));
            }
        }
        InputEffects.write(c, events);
    }

    private int bindHeads(Columns columns, Rules<?> rules) throws SQLException {
        int n = heads.size();
        var bases = baseVersions();
        var stream = new String[n];
        var base = new Integer[n];
        var version = new Integer[n];
        var evolveVersion = new Integer[n];
        var state = new byte[n][];
        int i = 0;
        for (Map.Entry<StreamId, Head> head : heads.entrySet()) {
            stream[i] = head.getKey().toString();
            base[i] = bases.getOrDefault(head.getKey(), 0);
            version[i] = head.getValue().version();
            evolveVersion[i] = rules.types().of(head.getKey()).evolveVersion();
            state[i++] = head.getValue().json();
        }
        return columns.texts(stream)
                .ints(base)
                .ints(version)
                .ints(evolveVersion)
                .bytes(state)
                .next();
    }

    /** The version that each stream's first event was decided on; 0 for a new stream. */
    private Map<StreamId, Integer> baseVersions() {
        var bases = new HashMap<StreamId, Integer>();
        events.forEach(event -> bases.putIfAbsent(event.stream(), event.version() - 1));
        return bases;
    }

    private void assertDense(long lastIndex) {
        var versions = new HashMap<StreamId, Integer>();
        for (int i = 0; i < events.size(); i++) {
            Recorded event = events.get(i);
            Integer before = versions.put(event.stream(), event.version());
            if (event.index() != lastIndex + 1 + i || (before != null && event.version() != before + 1)) {
                throw new IllegalStateException("invariant 2: index " + event.index() + ", version " + event.version()
                        + " of " + event.stream() + " is to follow index " + (lastIndex + i) + ", version " + before);
            }
        }
        heads.forEach((stream, head) -> {
            if (!Objects.equals(versions.get(stream), head.version())) {
                throw new IllegalStateException("invariant 3: the head of " + stream + " has version " + head.version()
                        + ", its last event " + versions.get(stream));
            }
        });
    }

    private static void assertWritten(String what, int sent, int written) {
        if (sent != written) {
            throw new IllegalStateException("invariant 3: " + written + " of " + sent + " " + what + " were written");
        }
    }
}
