package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the effects of inputs stand, for whoever asks what an event of another service led to; what a command led to is
 * in its outcome. Only inputs that led to something have rows, and they come in the order of their key.
 */
final class InputEffects {

    /** Events in a row of one input, whether it was decided or parked. */
    record Range(String source, long input, long first, long last) {}

    private InputEffects() {}

    /** Notes which of these events are effects of inputs. */
    static void write(Connection c, List<Recorded> events) throws SQLException {
        List<Range> ranges = of(events);
        if (ranges.isEmpty()) {
            return;
        }
        try (var s = c.prepareStatement("""
                INSERT INTO log.input_effect (source, input, first, last)
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])""")) {
            new Columns(s, 1)
                    .texts(ranges.stream().map(Range::source).toArray(String[]::new))
                    .longs(ranges.stream().map(Range::input).toArray(Long[]::new))
                    .longs(ranges.stream().map(Range::first).toArray(Long[]::new))
                    .longs(ranges.stream().map(Range::last).toArray(Long[]::new));
            s.executeUpdate();
        }
    }

    private static List<Range> of(List<Recorded> events) {
        var ranges = new ArrayList<Range>();
        String cause = "";
        for (Recorded event : events) {
            boolean goesOn = event.cause().equals(cause);
            cause = event.cause();
            Cause.InputKey input = Cause.inputOrParked(cause);
            if (input != null) {
                long first = goesOn ? ranges.removeLast().first() : event.index();
                ranges.add(new Range(input.source(), input.index(), first, event.index()));
            }
        }
        return ranges;
    }

    /** Where the effects of an input stand, oldest first. */
    static List<Range> find(Connection c, Cause.InputKey input) throws SQLException {
        try (var s = c.prepareStatement(
                "SELECT first, last FROM log.input_effect WHERE source = ? AND input = ? ORDER BY first")) {
            s.setString(1, input.source());
            s.setLong(2, input.index());
            var ranges = new ArrayList<Range>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    ranges.add(new Range(input.source(), input.index(), row.getLong(1), row.getLong(2)));
                }
            }
            return ranges;
        }
    }
}
