package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the log stands.
 *
 * @param lastIndex the index of its last event, 0 if it is empty
 * @param lastId the id of that event; null if there is none
 * @param lastRecordedAt when that was recorded
 * @param headEpoch how often heads were made again
 * @param readModels the read models that every append keeps up to date, as {@link Projections#named} names them
 */
record Position(long lastIndex, @Nullable UUID lastId, Instant lastRecordedAt, int headEpoch, String readModels) {

    /** Asks for it. */
    static final String QUERY = """
            SELECT coalesce(e.index, 0), e.id, coalesce(e.recorded_at, 'epoch'), m.head_epoch,
                (SELECT coalesce(string_agg(name || ' ' || version, ',' ORDER BY name COLLATE "C"), '')
                 FROM log.projection)
            FROM log.meta m
            LEFT JOIN LATERAL (SELECT index, id, recorded_at FROM log.event ORDER BY index DESC LIMIT 1) e ON true""";

    static Position read(Connection c) throws SQLException {
        try (var s = c.prepareStatement(QUERY);
                ResultSet row = s.executeQuery()) {
            return of(row);
        }
    }

    /** The answer to {@link #QUERY}. */
    static Position of(ResultSet row) throws SQLException {
        row.next();
        return new Position(
                row.getLong(1),
                row.getObject(2, UUID.class),
                EventRows.instant(row, 3),
                row.getInt(4),
                row.getString(5));
    }

    /** The streams written after an index. */
    static List<StreamId> streamsAfter(Connection c, long index) throws SQLException {
        try (var s = c.prepareStatement("SELECT DISTINCT stream FROM log.event WHERE index > ?")) {
            s.setLong(1, index);
            var streams = new ArrayList<StreamId>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    streams.add(StreamId.parse(row.getString(1)));
                }
            }
            return streams;
        }
    }
}
