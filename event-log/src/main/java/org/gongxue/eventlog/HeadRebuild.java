package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Makes every head again from the events, some streams at a time, so that appending goes on in between. */
final class HeadRebuild {
    private static final int CHUNK_STREAMS = 200;

    private final DataSource dataSource;
    private final Rules<?> rules;

    HeadRebuild(DataSource dataSource, Rules<?> rules) {
        this.dataSource = dataSource;
        this.rules = rules;
    }

    void run() throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            String done = "";
            List<String> chunk = streamsAfter(c, done);
            while (!chunk.isEmpty()) {
                Locks.lockToFold(c, rules.limits());
                write(c, fold(c, chunk));
                letGo(c);
                c.commit();
                done = chunk.getLast();
                chunk = streamsAfter(c, done);
            }
            finish(c);
        }
    }

    private static List<String> streamsAfter(Connection c, String stream) throws SQLException {
        try (var s = c.prepareStatement(
                "SELECT DISTINCT stream FROM log.event WHERE stream > ? ORDER BY stream LIMIT " + CHUNK_STREAMS)) {
            s.setString(1, stream);
            var streams = new ArrayList<String>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    streams.add(row.getString(1));
                }
            }
            c.commit();
            return streams;
        }
    }

    private Map<StreamId, Head> fold(Connection c, List<String> streams) throws SQLException {
        var heads = new LinkedHashMap<StreamId, Head>();
        for (String name : streams) {
            StreamId stream = StreamId.parse(name);
            heads.put(stream, Fold.stream(c, rules, stream));
        }
        return heads;
    }

    private void write(Connection c, Map<StreamId, Head> heads) throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.head (stream, version, evolve_version, state) VALUES (?, ?, ?, ?)
                ON CONFLICT (stream) DO UPDATE
                  SET version = excluded.version, evolve_version = excluded.evolve_version, state = excluded.state""")) {
            for (var entry : heads.entrySet()) {
                s.setString(1, entry.getKey().toString());
                s.setInt(2, entry.getValue().version());
                s.setInt(3, rules.types().of(entry.getKey()).evolveVersion());
                s.setBytes(4, entry.getValue().json());
                s.addBatch();
            }
            s.executeBatch();
        }
    }

    /** Every instance lets go of the heads it remembers before it decides on those made again. */
    private static void letGo(Connection c) throws SQLException {
        try (var s = c.createStatement()) {
            s.execute("UPDATE log.meta SET head_epoch = head_epoch + 1");
        }
    }

    /** Heads of streams that have no events go. */
    private void finish(Connection c) throws SQLException {
        Locks.lockToFold(c, rules.limits());
        try (var s = c.createStatement()) {
            s.execute("DELETE FROM log.head h"
                    + " WHERE NOT EXISTS (SELECT 1 FROM log.event e WHERE e.stream = h.stream)");
        }
        letGo(c);
        c.commit();
    }
}
