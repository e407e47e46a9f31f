package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The whole log by index, or one stream by version: events in a row, with places 1, 2, 3 … without gaps, and with
 * indexes and recording times that never go back. So a moment is found by halving.
 *
 * @param stream the stream; null for the whole log
 */
record LogLine(Connection connection, @Nullable String stream) {

    /** What is known of one place without its data. */
    record Mark(long index, Instant recordedAt) {}

    /** The column that counts the places. */
    String place() {
        return stream == null ? "index" : "version";
    }

    /** The beginning of a condition on places, its parameter included. */
    String where() {
        return stream == null ? "true" : "stream = ?";
    }

    /** Binds what {@link #where} asks for; the next parameter. */
    int bind(PreparedStatement s) throws SQLException {
        if (stream == null) {
            return 1;
        }
        s.setString(1, stream);
        return 2;
    }

    /** The last place; 0 if there is none. */
    long end() throws SQLException {
        try (var s = connection.prepareStatement(
                "SELECT " + place() + " FROM log.event WHERE " + where() + " ORDER BY " + place() + " DESC LIMIT 1")) {
            bind(s);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** What stands at a place. */
    Mark at(long place) throws SQLException {
        try (var s = connection.prepareStatement(
                "SELECT index, recorded_at FROM log.event WHERE " + where() + " AND " + place() + " = ?")) {
            s.setLong(bind(s), place);
            try (ResultSet row = s.executeQuery()) {
                if (!row.next()) {
                    throw new LogDamagedException("invariant 2: nothing stands at " + place() + " " + place
                            + (stream == null ? "" : " of " + stream));
                }
                return new Mark(row.getLong(1), EventRows.instant(row, 2));
            }
        }
    }

    /** The last place up to an end that is still early; 0 if none is. What follows a late place is late. */
    long lastEarly(long end, Predicate<Mark> early) throws SQLException {
        long low = 0;
        long high = end;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (early.test(at(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
