package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Whole rows of a table as one array parameter in binary, for {@code unnest}: PostgreSQL takes a wide table's rows apart
 * faster than it puts them together from an array for each column. A row has every column of the table, in its order.
 */
final class RowArray {
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FIRST_BYTES = 64 * 1024;
    private static final int LENGTH_AT = 3 * Integer.BYTES;
    private static final int NOTHING = -1;

    private final BaseConnection connection;
    private final String table;
    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);
    private int rows;
    private int rowAt = NOTHING;

    /** Of a table with so many columns, which the statement's connection knows by this name. */
    RowArray(PreparedStatement statement, String table, int columns) throws SQLException {
        this.connection = statement.getConnection().unwrap(BaseConnection.class);
        this.table = table;
        this.columns = columns;
        // Dimensions, no flags, the type of a row, their number once it is known, the first subscript.
        bytes.putInt(1)
                .putInt(0)
                .putInt(connection.getTypeInfo().getPGType(table))
                .putInt(0)
                .putInt(1);
    }

    /** Begins the next row. */
    RowArray row() {
        endRow();
        rows++;
        rowAt = bytes.position();
        room(2 * Integer.BYTES).putInt(0).putInt(columns);
        return this;
    }

    private void endRow() {
        if (rowAt != NOTHING) {
            bytes.putInt(rowAt, bytes.position() - rowAt - Integer.BYTES);
        }
    }

    RowArray number(long value) {
        field(Oid.INT8, Long.BYTES).putLong(value);
        return this;
    }

    RowArray number(int value) {
        field(Oid.INT4, Integer.BYTES).putInt(value);
        return this;
    }

    RowArray text(String value) {
        byte[] encoded = value.getBytes(UTF_8);
        field(Oid.TEXT, encoded.length).put(encoded);
        return this;
    }

    RowArray uuid(UUID value) {
        field(Oid.UUID, 2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A moment, exact to the microsecond. */
    RowArray moment(Instant value) {
        field(Oid.TIMESTAMPTZ, Long.BYTES).putLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
        return this;
    }

    RowArray bytes(byte @Nullable [] value) {
        if (value == null) {
            room(2 * Integer.BYTES).putInt(Oid.BYTEA).putInt(NOTHING);
        } else {
            field(Oid.BYTEA, value.length).put(value);
        }
        return this;
    }

    private ByteBuffer field(int type, int length) {
        return room(2 * Integer.BYTES + length).putInt(type).putInt(length);
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + needed));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    /** The array, to be bound to {@code ?::<table>[]}. */
    PgArray array() throws SQLException {
        endRow();
        bytes.putInt(LENGTH_AT, rows);
        byte[] exact = new byte[bytes.position()];
        bytes.get(0, exact);
        return new PgArray(connection, connection.getTypeInfo().getPGArrayType(table), exact);
    }
}
