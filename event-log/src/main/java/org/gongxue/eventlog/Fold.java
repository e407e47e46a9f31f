package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The state of a stream made again from its events. */
final class Fold {
    private static final int FETCH_ROWS = 512;

    private Fold() {}

    static Head stream(Connection c, Rules<?> rules, StreamId stream) throws SQLException {
        Object state = rules.types().of(stream).initial();
        int version = 0;
        try (var s = c.prepareStatement(
                "SELECT version, type, revision, data FROM log.event WHERE stream = ? ORDER BY version")) {
            s.setString(1, stream.toString());
            s.setFetchSize(FETCH_ROWS);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    version++;
                    if (row.getInt(1) != version) {
                        throw new LogDamagedException("invariant 2: " + stream + " has no version " + version);
                    }
                    Object event = rules.codec().decode(row.getString(2), row.getInt(3), row.getBytes(4));
                    state = rules.types().evolve(stream, state, event);
                }
            }
        }
        return version == 0
                ? Head.initial(rules.types().of(stream))
                : new Head(version, state, LogJson.writeState(state));
    }
}
