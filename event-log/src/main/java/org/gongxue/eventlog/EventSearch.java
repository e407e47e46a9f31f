package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Looks for events in a log of any size without an index of its own: only the keys that keep the log safe are there.
 * A stream, a moment of recording, a cause and an event's effects are found by them; whatever else is asked is looked
 * for backward from the newest event, in pieces, until enough is found or the time is up.
 */
public final class EventSearch {
    private static final int PIECE_FIRST = 2_000;
    private static final int PIECE_MAX = 500_000;
    private static final Duration PIECE_SHORT = Duration.ofMillis(100);
    /** What a piece that has begun may take beyond the time. */
    private static final long GRACE_MILLIS = 300;

    private static final int CAUSED_MAX = 2_000;
    private static final String CANCELED = "57014";

    private final DataSource dataSource;
    private final String service;

    /** Looks in the log of a service. */
    public EventSearch(DataSource dataSource, String service) {
        this.dataSource = dataSource;
        this.service = service;
    }

    /**
     * Looks for events, newest first, no longer than this and 300 ms.
     *
     * @throws LogBusyException if the database is away, or so slow that nothing could be looked at
     */
    public FoundEvents find(EventQuery query, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try (Connection c = dataSource.getConnection();
                var moment = Snapshot.begin(c)) {
            unhurried(moment.connection());
            return new Walk(moment.connection(), query, deadline).run();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** The event of an index. */
    public Optional<Envelope> at(long index) {
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE index = ?")) {
            s.setLong(1, index);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? Optional.of(EventRows.envelope(row, service)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * What a command or an input brought about in this log, newest first, at most 2,000 events. Where it stands is told by
     * the command's outcome, or kept beside the inbox.
     *
     * @param cause {@code command:<principal>/<id>}, {@code input:<source>/<index>} or {@code parked:<source>/<index>}
     * @throws IllegalArgumentException if it is none of them
     */
    public List<Envelope> causedBy(String cause) {
        var events = new ArrayList<Envelope>();
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT " + EventRows.COLUMNS + " FROM log.event"
                        + " WHERE index BETWEEN ? AND ? AND cause = ? ORDER BY index LIMIT ?")) {
            for (InputEffects.Range range : ranges(c, cause)) {
                s.setLong(1, range.first());
                s.setLong(2, range.last());
                s.setString(3, cause);
                s.setInt(4, CAUSED_MAX - events.size());
                try (ResultSet row = s.executeQuery()) {
                    while (row.next()) {
                        events.add(EventRows.envelope(row, service));
                    }
                }
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
        return events.reversed();
    }

    private static List<InputEffects.Range> ranges(Connection c, String cause) throws SQLException {
        Cause.InputKey input = Cause.inputOrParked(cause);
        if (input != null) {
            return InputEffects.find(c, input);
        }
        CommandKey command = Cause.command(cause).orElseThrow(() -> new IllegalArgumentException("no cause: " + cause));
        OutcomeRows.Stored stored = OutcomeRows.find(c, List.of(command)).get(command);
        return stored == null
                ? List.of()
                : List.of(new InputEffects.Range(
                        "", 0, stored.outcome().firstIndex(), stored.outcome().lastIndex()));
    }

    /** The causes that bear a command's id: one for every principal who used it. */
    public List<String> causes(UUID commandId) {
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement(
                        "SELECT principal FROM log.command_outcome WHERE id = ? ORDER BY principal")) {
            s.setObject(1, commandId);
            var causes = new ArrayList<String>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    causes.add("command:" + row.getString(1) + "/" + commandId);
                }
            }
            return causes;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Pieces are ranges of a key: nothing that the planner believes of a table that has grown may turn one into a scan. */
    private static void unhurried(Connection c) throws SQLException {
        try (var s = c.createStatement()) {
            s.execute("SET LOCAL enable_seqscan = off");
            s.execute("SET LOCAL max_parallel_workers_per_gather = 0");
            s.execute("SET LOCAL jit = off");
        }
    }

    private static LogBusyException unreachable(SQLException e) {
        var busy = new LogBusyException("the log cannot be searched now", Duration.ofSeconds(1));
        busy.initCause(e);
        return busy;
    }

    /** One search on its way back through the log. */
    private final class Walk {
        private final Connection connection;
        private final EventQuery query;
        private final long deadline;
        private final LogLine line;
        private final String conditions;
        private final List<Object> values = new ArrayList<>();
        private final List<Envelope> events = new ArrayList<>();

        Walk(Connection connection, EventQuery query, long deadline) {
            this.connection = connection;
            this.query = query;
            this.deadline = deadline;
            this.line = new LogLine(connection, query.ofOneStream() ? query.stream() : null);
            this.conditions = conditions();
        }

        FoundEvents run() throws SQLException {
            long high = top();
            long low = bottom(high);
            long piece = PIECE_FIRST;
            Long lowest = null;
            while (high > low && events.size() < query.limit()) {
                long begun = System.nanoTime();
                if (lowest != null && begun >= deadline) {
                    return new FoundEvents(List.copyOf(events), lowest, true);
                }
                long floor = Math.max(low, high - piece);
                try {
                    long index = line.at(floor + 1).index();
                    look(floor, high);
                    lowest = index;
                } catch (SQLException e) {
                    if (lowest == null || !CANCELED.equals(e.getSQLState())) {
                        throw e;
                    }
                    return new FoundEvents(List.copyOf(events), lowest, true);
                }
                high = floor;
                piece = System.nanoTime() - begun < PIECE_SHORT.toNanos()
                        ? Math.min(2 * piece, PIECE_MAX)
                        : Math.max(PIECE_FIRST, piece / 2);
            }
            boolean enough = events.size() >= query.limit();
            return new FoundEvents(
                    List.copyOf(events), enough ? events.getLast().index() : null, false);
        }

        /** The last place to look at. */
        private long top() throws SQLException {
            long end = line.end();
            Long before = query.before();
            if (before != null) {
                end = lastThrough(before - 1, end);
            }
            Instant to = query.to();
            return to == null || query.occurred()
                    ? end
                    : line.lastEarly(end, mark -> mark.recordedAt().isBefore(to));
        }

        /** The last place that is too old. */
        private long bottom(long top) throws SQLException {
            Instant from = query.from();
            Long after = query.after();
            long old = from == null || query.occurred()
                    ? 0
                    : line.lastEarly(top, mark -> mark.recordedAt().isBefore(from));
            return after == null ? old : Math.max(old, lastThrough(after, top));
        }

        /** The last place up to an end whose index is not above this. */
        private long lastThrough(long index, long end) throws SQLException {
            return query.ofOneStream() ? line.lastEarly(end, mark -> mark.index() <= index) : Math.clamp(index, 0, end);
        }

        private void look(long floor, long high) throws SQLException {
            try (var timeout = connection.createStatement()) {
                long leftMillis = Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
                timeout.execute("SET LOCAL statement_timeout = " + (leftMillis + GRACE_MILLIS));
            }
            try (var s = connection.prepareStatement("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE "
                    + line.where() + " AND " + line.place() + " > ? AND " + line.place() + " <= ?" + conditions
                    + " ORDER BY " + line.place() + " DESC LIMIT ?")) {
                int next = line.bind(s);
                s.setLong(next++, floor);
                s.setLong(next++, high);
                for (Object value : values) {
                    s.setObject(next++, value);
                }
                s.setInt(next, query.limit() - events.size());
                try (ResultSet row = s.executeQuery()) {
                    while (row.next()) {
                        events.add(EventRows.envelope(row, service));
                    }
                }
            }
        }

        private String conditions() {
            var sql = new StringBuilder();
            if (query.stream() != null && !query.ofOneStream()) {
                sql.append(" AND starts_with(stream, ?)");
                values.add(query.stream() + "/");
            }
            if (query.type() != null) {
                type(sql, query.type());
            }
            if (query.about() != null) {
                sql.append(" AND (position(? IN data) > 0 OR strpos(stream, ?) > 0)");
                values.add(("\"" + query.about() + "\"").getBytes(UTF_8));
                values.add(query.about());
            }
            if (query.correlation() != null) {
                sql.append(" AND correlation = ?");
                values.add(query.correlation());
            }
            if (query.occurred() && query.from() != null) {
                sql.append(" AND occurred_at >= ?");
                values.add(query.from().atOffset(ZoneOffset.UTC));
            }
            if (query.occurred() && query.to() != null) {
                sql.append(" AND occurred_at < ?");
                values.add(query.to().atOffset(ZoneOffset.UTC));
            }
            return sql.toString();
        }

        /** An accepted input holds the wire name of what it accepted, followed by its revision. */
        private void type(StringBuilder sql, String type) {
            boolean whole = type.indexOf('.') >= 0;
            String name = whole ? type : "." + type;
            sql.append(whole ? " AND (type = ?" : " AND (right(type, length(?)) = ?");
            if (!whole) {
                values.add(name);
            }
            values.add(name);
            sql.append(" OR (type = ? AND position(? IN data) > 0))");
            values.add(InputAccepted.TYPE);
            values.add(((whole ? "\"" : "") + name + "\",\"revision\":").getBytes(UTF_8));
        }
    }
}
