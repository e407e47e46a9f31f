package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Inputs that wait, as rows of {@code log.parked_input}. What is parked or let go is written at once, for it is rare, in
 * the transaction of its effects; which lines are empty is remembered, for that is asked of every input.
 */
final class ParkedRows implements ParkedInputs {
    private static final String COLUMNS = "source, index, id, leaf, stream, type, revision, occurred_at, correlation,"
            + " data, subject, parked_index, parked_at, reason, failure, behind";

    private final Connection connection;
    private final Map<String, OptionalLong> firsts = new HashMap<>();

    ParkedRows(Connection connection) {
        this.connection = connection;
    }

    /** Looks at all of these lines in one query. */
    void fetch(Collection<String> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        subjects.forEach(subject -> firsts.put(subject, OptionalLong.empty()));
        try (var s = connection.prepareStatement("SELECT subject, min(parked_index) FROM log.parked_input"
                + " WHERE subject = ANY(?) GROUP BY subject")) {
            s.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    firsts.put(row.getString(1), OptionalLong.of(row.getLong(2)));
                }
            }
        }
    }

    @Override
    public OptionalLong first(String subject) {
        try {
            if (!firsts.containsKey(subject)) {
                fetch(List.of(subject));
            }
            return firsts.getOrDefault(subject, OptionalLong.empty());
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    @Override
    public void add(Parked parked) {
        firsts.remove(parked.subject());
        Input input = parked.input();
        try (var s = connection.prepareStatement("INSERT INTO log.parked_input (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?)")) {
            s.setString(1, input.source());
            s.setLong(2, input.index());
            s.setObject(3, input.id());
            s.setBytes(4, input.leaf());
            s.setString(5, input.stream());
            s.setString(6, input.type());
            s.setInt(7, input.revision());
            s.setString(8, input.occurredAt().toString());
            s.setString(9, input.correlation());
            s.setBytes(10, input.data());
            s.setString(11, parked.subject());
            s.setLong(12, parked.parkedIndex());
            s.setString(13, parked.parkedAt().toString());
            bind(s, 14, parked.why());
            s.executeUpdate();
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    @Override
    public void keep(Parked parked, Hindrance why) {
        try (var s = connection.prepareStatement("UPDATE log.parked_input SET reason = ?, failure = ?, behind = ?"
                + " WHERE source = ? AND index = ?")) {
            bind(s, 1, why);
            s.setString(4, parked.input().source());
            s.setLong(5, parked.input().index());
            s.executeUpdate();
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    private static void bind(PreparedStatement s, int parameter, Hindrance why) throws SQLException {
        s.setString(parameter, why.reason());
        s.setString(parameter + 1, why.failure());
        s.setString(parameter + 2, why.behind());
    }

    @Override
    public void remove(List<Parked> gone) {
        gone.forEach(parked -> firsts.remove(parked.subject()));
        try (var s = connection.prepareStatement("DELETE FROM log.parked_input WHERE parked_index = ANY (?)")) {
            new Columns(s, 1).longs(gone.stream().map(Parked::parkedIndex).toArray(Long[]::new));
            if (s.executeUpdate() != gone.size()) {
                throw new IllegalStateException("invariant 3: a parked input was taken twice");
            }
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    @Override
    public List<Parked> oldest(String subject, int countMax) {
        try {
            return oldest(connection, subject, countMax);
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    static List<Parked> oldest(Connection c, String subject, int countMax) throws SQLException {
        try (var s = c.prepareStatement("SELECT " + COLUMNS
                + " FROM log.parked_input WHERE subject = ? ORDER BY parked_index LIMIT " + countMax)) {
            s.setString(1, subject);
            try (ResultSet row = s.executeQuery()) {
                var parked = new ArrayList<Parked>();
                while (row.next()) {
                    parked.add(parked(row));
                }
                return parked;
            }
        }
    }

    /** One that waits. */
    static Parked get(Connection c, String source, long index) throws SQLException {
        try (var s =
                c.prepareStatement("SELECT " + COLUMNS + " FROM log.parked_input WHERE source = ? AND index = ?")) {
            s.setString(1, source);
            s.setLong(2, index);
            try (ResultSet row = s.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(
                            "invariant 2: input " + index + " of " + source + " is kept by the log but has no row");
                }
                return parked(row);
            }
        }
    }

    /** The first of every line that was parked after an index, in the order of their parking. */
    static List<Parked> firsts(Connection c, long afterIndex, int countMax) throws SQLException {
        try (var s = c.prepareStatement("SELECT " + COLUMNS + " FROM log.parked_input p WHERE parked_index > ?"
                + " AND NOT EXISTS (SELECT 1 FROM log.parked_input earlier WHERE earlier.subject = p.subject"
                + " AND earlier.parked_index < p.parked_index) ORDER BY parked_index LIMIT " + countMax)) {
            s.setLong(1, afterIndex);
            try (ResultSet row = s.executeQuery()) {
                var firsts = new ArrayList<Parked>();
                while (row.next()) {
                    firsts.add(parked(row));
                }
                return firsts;
            }
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        var input = new Input(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getBytes(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                EventRows.instant(row, 8),
                row.getString(9),
                row.getBytes(10),
                Input.UNREAD);
        var why = new Hindrance(row.getString(14), row.getString(15), row.getString(16));
        return new Parked(input, row.getString(11), row.getLong(12), EventRows.instant(row, 13), why);
    }

    @Override
    public List<String> linesBehind(String subject) {
        try (var s = connection.prepareStatement("""
                SELECT p.subject FROM log.parked_input p
                WHERE p.behind = ? AND p.subject <> p.behind AND p.parked_index =
                  (SELECT min(f.parked_index) FROM log.parked_input f WHERE f.subject = p.subject)
                ORDER BY p.parked_index""")) {
            s.setString(1, subject);
            try (ResultSet row = s.executeQuery()) {
                var lines = new ArrayList<String>();
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    /** How many inputs wait. */
    static long count(Connection c) throws SQLException {
        try (var s = c.prepareStatement("SELECT count(*) FROM log.parked_input");
                ResultSet row = s.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
