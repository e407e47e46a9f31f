package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows of {@code log.event} as PostgreSQL copies them out in binary: no column becomes an object or a text on the
 * way. Every event is checked to be dense and to be what its leaf says (invariants 2 and 8).
 */
final class EventCopy {
    private static final int FIELDS = 13;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int TRAILER = -1;

    /** PostgreSQL counts microseconds from the year 2000. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    /**
     * What was read at once.
     *
     * @param dataBytes of its events together
     * @param isFull whether it ends because of a limit, so that more may be there already
     */
    record Chunk(List<EventBytes> events, long dataBytes, boolean isFull) {}

    private final byte[] service;
    private final List<EventBytes> events = new ArrayList<>();
    private long nextIndex;
    private long bytes;

    private EventCopy(String service, long afterIndex) {
        this.service = service.getBytes(UTF_8);
        this.nextIndex = afterIndex + 1;
    }

    /**
     * The events after an index, in index order: at most so many, and no more once their data has so many bytes. What is
     * beyond the bytes is read past, so the number should fit them.
     */
    static Chunk after(Connection c, String service, long index, int countMax, long bytesMax) throws SQLException {
        var copy = new EventCopy(service, index);
        copy.run(
                c,
                "SELECT " + EventRows.COLUMNS + " FROM log.event WHERE index > " + index + " ORDER BY index LIMIT "
                        + countMax,
                bytesMax);
        return new Chunk(copy.events, copy.bytes, copy.events.size() == countMax || copy.bytes >= bytesMax);
    }

    /** As {@link #after}, for events of any size: the database adds their bytes up, which costs it a fifth more. */
    static List<EventBytes> summedAfter(Connection c, String service, long index, int countMax, long bytesMax)
            throws SQLException {
        var copy = new EventCopy(service, index);
        copy.run(
                c,
                "SELECT " + EventRows.COLUMNS
                        + " FROM (SELECT *, sum(length(data)) OVER (ORDER BY index) - length(data)"
                        + " AS bytes_before FROM log.event WHERE index > " + index + " ORDER BY index LIMIT " + countMax
                        + ") e WHERE bytes_before < " + bytesMax + " ORDER BY index",
                Long.MAX_VALUE);
        return copy.events;
    }

    private void run(Connection c, String query, long bytesMax) throws SQLException {
        CopyOut out =
                c.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        byte[] message = out.readFromCopy();
        while (message != null) {
            if (bytes < bytesMax) {
                take(ByteBuffer.wrap(message));
            }
            message = out.readFromCopy();
        }
    }

    /** A message is a row; the first has the signature before it, the last is the trailer. */
    private void take(ByteBuffer message) {
        if (message.limit() > SIGNATURE.length && message.mismatch(ByteBuffer.wrap(SIGNATURE)) == SIGNATURE.length) {
            int flagsAndExtension = 2 * Integer.BYTES;
            message.position(SIGNATURE.length + flagsAndExtension);
        }
        while (message.hasRemaining()) {
            int fields = message.getShort();
            if (fields == TRAILER) {
                return;
            }
            if (fields != FIELDS) {
                throw new LogDamagedException("an event came with " + fields + " columns instead of " + FIELDS);
            }
            add(event(message));
        }
    }

    private void add(EventBytes event) {
        if (event.index() != nextIndex) {
            throw new LogDamagedException(
                    "invariant 2: the log has index " + event.index() + " where " + nextIndex + " should be");
        }
        if (!Leaf.matches(event)) {
            throw new LogDamagedException("invariant 8: event " + event.index() + " is not what its leaf says");
        }
        nextIndex++;
        bytes += event.data().length;
        events.add(event);
    }

    private EventBytes event(ByteBuffer row) {
        return new EventBytes(
                service,
                number(row),
                field(row),
                smallNumber(row),
                uuid(row),
                field(row),
                smallNumber(row),
                EPOCH_MICROS + number(row),
                EPOCH_MICROS + number(row),
                field(row),
                field(row),
                field(row),
                field(row),
                field(row));
    }

    private static byte[] field(ByteBuffer row) {
        var bytes = new byte[row.getInt()];
        row.get(bytes);
        return bytes;
    }

    private static long number(ByteBuffer row) {
        sized(row, Long.BYTES);
        return row.getLong();
    }

    private static int smallNumber(ByteBuffer row) {
        sized(row, Integer.BYTES);
        return row.getInt();
    }

    private static UUID uuid(ByteBuffer row) {
        sized(row, 2 * Long.BYTES);
        return new UUID(row.getLong(), row.getLong());
    }

    private static void sized(ByteBuffer row, int bytes) {
        int found = row.getInt();
        if (found != bytes) {
            throw new LogDamagedException("a column of an event has " + found + " bytes instead of " + bytes);
        }
    }
}
