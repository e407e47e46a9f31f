package org.gongxue.eventlog.kill;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * An appender as one would write it first, kept to be caught: when a commit fails it does everything again, without
 * looking whether the commit stood; and its events' ids are made up, so that no key stops it.
 */
final class BlindAppender {
    private static final int ATTEMPTS_MAX = 10;

    private final DataSource database;

    BlindAppender(DataSource database) {
        this.database = database;
    }

    /** Appends one deposit; what its caller is told. */
    Told append(Deed deed) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try (Connection c = database.getConnection()) {
                c.setAutoCommit(false);
                long index = insert(c, deed);
                c.commit();
                return new Told(true, index, index, false);
            } catch (SQLException doubt) {
                // Done again, which is the fault.
            }
        }
        throw new IllegalStateException("the database stays away");
    }

    private static long insert(Connection c, Deed deed) throws SQLException {
        var leaf = new byte[32];
        new SecureRandom().nextBytes(leaf);
        String data = "{\"account\":\"a\",\"coins\":" + deed.number() + "}";
        try (var s = c.prepareStatement("""
                INSERT INTO log.event SELECT coalesce(max(index), 0) + 1, 'account/a', coalesce(max(index), 0) + 1, ?,
                    'toy.deposited', 1, now(), now(), 'user:someone', 'command:' || ?, 'c', ?, ?
                FROM log.event RETURNING index""")) {
            s.setObject(1, UUID.randomUUID());
            s.setString(2, deed.id().toString());
            s.setBytes(3, data.getBytes(StandardCharsets.UTF_8));
            s.setBytes(4, leaf);
            try (var row = s.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
