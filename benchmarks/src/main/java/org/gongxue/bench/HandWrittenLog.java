package org.gongxue.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one writes by hand: a transaction per command that locks the head, inserts the event, writes the head, inserts the
 * outcome. Numbers may have gaps and the leaf is empty.
 */
final class HandWrittenLog implements Contender {
    private final HikariDataSource pool;

    HandWrittenLog(Database database) throws SQLException {
        Rows.createTables(database);
        pool = Pool.open(database);
    }

    @Override
    public void append(String learner) throws SQLException {
        var random = ThreadLocalRandom.current();
        var id = new UUID(random.nextLong(), random.nextLong());
        try (Connection c = pool.getConnection()) {
            try {
                append(c, learner, id);
                c.commit();
            } catch (SQLException | RuntimeException e) {
                c.rollback();
                throw e;
            }
        }
    }

    private static void append(Connection c, String learner, UUID id) throws SQLException {
        int version = 0;
        Work.Learning learning = Work.Learning.NOTHING;
        try (var s = c.prepareStatement("SELECT version, state FROM log.head WHERE stream = ? FOR UPDATE")) {
            s.setString(1, learner);
            try (ResultSet row = s.executeQuery()) {
                if (row.next()) {
                    version = row.getInt(1);
                    learning = Work.read(row.getBytes(2), Work.Learning.class);
                }
            }
        }
        Work.Earned earned = learning.decide(learner);
        insertEvent(c, learner, version + 1, id, Work.json(earned));
        writeHead(c, learner, version + 1, Work.json(learning.evolve(earned)));
        try (var s = c.prepareStatement(
                "INSERT INTO log.command_outcome (principal, id, request_hash, outcome) VALUES (?, ?, ?, ?)")) {
            s.setString(1, Work.WHO);
            s.setObject(2, id);
            s.setBytes(3, Rows.HASH);
            s.setBytes(4, Rows.OUTCOME);
            s.executeUpdate();
        }
    }

    private static void insertEvent(Connection c, String learner, int version, UUID id, byte[] data)
            throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.event (stream, version, id, type, revision, occurred_at, recorded_at, actor, cause,
                    correlation, data, leaf)
                VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)""")) {
            var now = Timestamp.from(Instant.now());
            s.setString(1, learner);
            s.setInt(2, version);
            s.setObject(3, id);
            s.setString(4, Work.TYPE);
            s.setTimestamp(5, now);
            s.setTimestamp(6, now);
            s.setString(7, Work.WHO);
            s.setString(8, Rows.cause(id));
            s.setString(9, id.toString());
            s.setBytes(10, data);
            s.setBytes(11, Rows.HASH);
            s.executeUpdate();
        }
    }

    private static void writeHead(Connection c, String learner, int version, byte[] state) throws SQLException {
        String sql = version == 1
                ? "INSERT INTO log.head (version, state, stream, evolve_version) VALUES (?, ?, ?, 1)"
                : "UPDATE log.head SET version = ?, state = ? WHERE stream = ?";
        try (var s = c.prepareStatement(sql)) {
            s.setInt(1, version);
            s.setBytes(2, state);
            s.setString(3, learner);
            s.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
