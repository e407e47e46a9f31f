package org.gongxue.eventlog;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Binds whole columns as array parameters, one after another, for {@code unnest}. All of them go in binary, which neither
 * side has to parse; the driver would send those of ids and moments as text.
 */
final class Columns {
    private static final int HEADER_BYTES = 5 * Integer.BYTES;

    private final PreparedStatement statement;
    private int next;

    Columns(PreparedStatement statement, int first) {
        this.statement = statement;
        this.next = first;
    }

    Columns longs(Long[] values) throws SQLException {
        return bind("int8", values);
    }

    Columns ints(Integer[] values) throws SQLException {
        return bind("int4", values);
    }

    Columns texts(String[] values) throws SQLException {
        return bind("text", values);
    }

    Columns uuids(UUID[] values) throws SQLException {
        byte[] array = new byte[bytes(values.length, 2 * Long.BYTES)];
        ByteBuffer elements = begin(array, Oid.UUID, values.length);
        for (UUID value : values) {
            elements.putInt(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits());
        }
        return bind(Oid.UUID_ARRAY, array);
    }

    Columns bytes(byte[][] values) throws SQLException {
        return bind("bytea", values);
    }

    private Columns bind(String type, Object[] values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    private static int bytes(int length, int elementBytes) {
        return HEADER_BYTES + length * (Integer.BYTES + elementBytes);
    }

    /** An array as PostgreSQL receives it: dimensions, nulls, type, length and first subscript, then its elements. */
    private static ByteBuffer begin(byte[] array, int elementType, int length) {
        return ByteBuffer.wrap(array)
                .putInt(1)
                .putInt(0)
                .putInt(elementType)
                .putInt(length)
                .putInt(1);
    }

    private Columns bind(int arrayType, byte[] array) throws SQLException {
        var connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(next++, new PgArray(connection, arrayType, array));
        return this;
    }

    /** The parameter after those bound. */
    int next() {
        return next;
    }
}
