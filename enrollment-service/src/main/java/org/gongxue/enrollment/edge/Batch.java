package org.gongxue.enrollment.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes of a projection in their order: runs of the same statement go to the database together, another statement sends
 * what waits first.
 */
public final class Batch implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private @Nullable String waiting;

    /** Neither commits nor closes the connection. */
    public Batch(Connection connection) {
        this.connection = connection;
    }

    /** Adds a write; enums are written as their names. */
    public void add(String sql, @Nullable Object... values) throws SQLException {
        if (!sql.equals(waiting)) {
            send();
            waiting = sql;
        }
        var statement = statement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Enum<?> e ? e.name() : values[i]);
        }
        statement.addBatch();
    }

    private PreparedStatement statement(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known != null) {
            return known;
        }
        var prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }

    private void send() throws SQLException {
        if (waiting != null) {
            statement(waiting).executeBatch();
            waiting = null;
        }
    }

    /** Sends what waits. */
    @Override
    public void close() throws SQLException {
        try {
            send();
        } finally {
            for (var statement : statements.values()) {
                statement.close();
            }
        }
    }
}
