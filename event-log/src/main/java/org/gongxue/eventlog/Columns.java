package org.gongxue.eventlog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Binds whole columns as array parameters, one after another, for {@code unnest}. */
final class Columns {
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
        return bind("uuid", values);
    }

    /** Moments as ISO 8601 text, exact to the microsecond. */
    Columns instants(String[] values) throws SQLException {
        return bind("timestamptz", values);
    }

    Columns bytes(byte[][] values) throws SQLException {
        return bind("bytea", values);
    }

    private Columns bind(String type, Object[] values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    /** The parameter after those bound. */
    int next() {
        return next;
    }
}
