package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.postgresql.jdbc.PgArray;

/** Events as rows of {@code log.event}. */
final class EventRows {
    static final String COLUMNS = "index, stream, version, id, type, revision, occurred_at, recorded_at, actor,"
            + " cause, correlation, data, leaf";

    private EventRows() {}

    /**
     * The events after an index, in index order: at most so many, and no more once they have so many bytes. They are
     * checked to be dense and to be what their leaves say (invariants 2 and 8).
     */
    static List<Envelope> after(Connection c, String service, long index, int countMax, long bytesMax)
            throws SQLException {
        return EventCopy.summedAfter(c, service, index, countMax, bytesMax).stream()
                .map(EventBytes::envelope)
                .toList();
    }

    /** The event that a row of {@link #COLUMNS} holds. */
    static Envelope envelope(ResultSet row, String service) throws SQLException {
        return new Envelope(
                service,
                row.getLong(1),
                StreamId.parse(row.getString(2)),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                instant(row, 7),
                instant(row, 8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBytes(12),
                row.getBytes(13));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Events as an array of rows of {@code log.event}. */
    static PgArray array(PreparedStatement s, List<Recorded> events) throws SQLException {
        var rows = new RowArray(s, "log.event", 13);
        for (Recorded event : events) {
            Envelope e = event.envelope();
            rows.row()
                    .number(e.index())
                    .text(e.stream().toString())
                    .number(e.version())
                    .uuid(e.id())
                    .text(e.type())
                    .number(e.revision())
                    .moment(e.occurredAt())
                    .moment(e.recordedAt())
                    .text(e.actor())
                    .text(e.cause())
                    .text(e.correlation())
                    .bytes(e.data())
                    .bytes(e.leaf());
        }
        return rows.array();
    }
}
