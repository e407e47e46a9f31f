package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final String CAUSED = "index BETWEEN ? AND ? AND cause = ANY (?)";
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
     * What commands or inputs brought about in this log, as far as a query asks for it, newest first. Where it stands is told
     * by the command's outcome, or kept beside the inbox.
     *
     * @param causes each {@code command:<principal>/<id>}, {@code input:<source>/<index>} or
     *     {@code parked:<source>/<index>}
     * @throws IllegalArgumentException if one is none of them
     */
    public FoundEvents causedBy(List<String> causes, EventQuery query) {
        var conditions = EventConditions.all(query);
        var events = new ArrayList<Envelope>();
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE " + CAUSED
                        + conditions.sql() + " ORDER BY index DESC LIMIT ?")) {
            // One more than asked for tells whether there is more.
            for (InputEffects.Range range : ranges(c, causes).reversed()) {
                int next = conditions.bind(s, bind(s, range, causes));
                s.setInt(next, query.limit() + 1 - events.size());
                try (ResultSet row = s.executeQuery()) {
                    while (row.next()) {
                        events.add(EventRows.envelope(row, service));
                    }
                }
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
        boolean more = events.size() > query.limit();
        var found = List.copyOf(more ? events.subList(0, query.limit()) : events);
        return new FoundEvents(found, more ? found.getLast().index() : null, false);
    }

    /** How many events a cause, as {@link #causedBy} takes it, brought about in this log. */
    public long countCausedBy(String cause) {
        var causes = List.of(cause);
        long count = 0;
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT count(*) FROM log.event WHERE " + CAUSED)) {
            for (InputEffects.Range range : ranges(c, causes)) {
                bind(s, range, causes);
                try (ResultSet row = s.executeQuery()) {
                    row.next();
                    count += row.getLong(1);
                }
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
        return count;
    }

    /** Binds the values of {@link #CAUSED} and gives the place of the next one. */
    private static int bind(PreparedStatement s, InputEffects.Range range, List<String> causes) throws SQLException {
        s.setLong(1, range.first());
        s.setLong(2, range.last());
        s.setArray(3, s.getConnection().createArrayOf("text", causes.toArray()));
        return 4;
    }

    /** Where the effects stand, oldest first; a decided input and its parking stand in the same places. */
    private static List<InputEffects.Range> ranges(Connection c, List<String> causes) throws SQLException {
        var ranges = new ArrayList<InputEffects.Range>();
        for (String cause : causes) {
            ranges.addAll(ranges(c, cause));
        }
        return ranges.stream()
                .distinct()
                .sorted(Comparator.comparingLong(InputEffects.Range::first))
                .toList();
    }

    /** Where everything that a cause brought about stands in this log: what lies between may have other causes. */
    public record Extent(long first, long last) {}

    /**
     * Where the effects of a cause stand, found without looking at them; empty when the log does not remember.
     *
     * @throws IllegalArgumentException if it is none of the causes that {@link #causedBy} takes
     */
    public Optional<Extent> extent(String cause) {
        try (Connection c = dataSource.getConnection()) {
            List<InputEffects.Range> ranges = ranges(c, cause);
            return ranges.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Extent(
                            ranges.getFirst().first(), ranges.getLast().last()));
        } catch (SQLException e) {
            throw unreachable(e);
        }
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
        private final EventConditions conditions;
        private final List<Envelope> events = new ArrayList<>();

        Walk(Connection connection, EventQuery query, long deadline) {
            this.connection = connection;
            this.query = query;
            this.deadline = deadline;
            this.line = new LogLine(connection, query.ofOneStream() ? query.stream() : null);
            this.conditions = EventConditions.besideKeys(query);
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
                    + line.where() + " AND " + line.place() + " > ? AND " + line.place() + " <= ?" + conditions.sql()
                    + " ORDER BY " + line.place() + " DESC LIMIT ?")) {
                int next = line.bind(s);
                s.setLong(next++, floor);
                s.setLong(next++, high);
                next = conditions.bind(s, next);
                s.setInt(next, query.limit() - events.size());
                try (ResultSet row = s.executeQuery()) {
                    while (row.next()) {
                        events.add(EventRows.envelope(row, service));
                    }
                }
            }
        }
    }
}
