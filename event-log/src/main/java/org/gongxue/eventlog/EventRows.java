package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

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

    /** Binds the columns of events as arrays, from a parameter on; returns the parameter after them. */
    static int bind(PreparedStatement s, int parameter, List<Recorded> events) throws SQLException {
        int n = events.size();
        var index = new Long[n];
        var stream = new String[n];
        var version = new Integer[n];
        var id = new UUID[n];
        var type = new String[n];
        var revision = new Integer[n];
        var occurredAt = new Instant[n];
        var recordedAt = new Instant[n];
        var actor = new String[n];
        var cause = new String[n];
        var correlation = new String[n];
        var data = new byte[n][];
        var leaf = new byte[n][];
        for (int i = 0; i < n; i++) {
            Envelope e = events.get(i).envelope();
            index[i] = e.index();
            stream[i] = e.stream().toString();
            version[i] = e.version();
            id[i] = e.id();
            type[i] = e.type();
            revision[i] = e.revision();
            occurredAt[i] = e.occurredAt();
            recordedAt[i] = e.recordedAt();
            actor[i] = e.actor();
            cause[i] = e.cause();
            correlation[i] = e.correlation();
            data[i] = e.data();
            leaf[i] = e.leaf();
        }
        var columns = new Columns(s, parameter);
        return columns.longs(index)
                .texts(stream)
                .ints(version)
                .uuids(id)
                .texts(type)
                .ints(revision)
                .instants(occurredAt)
                .instants(recordedAt)
                .texts(actor)
                .texts(cause)
                .texts(correlation)
                .bytes(data)
                .bytes(leaf)
                .next();
    }
}
