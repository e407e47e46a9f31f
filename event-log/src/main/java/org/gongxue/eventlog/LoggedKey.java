package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gongxue.eventlog.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs, or signed, checkpoints, as the log tells it.
 *
 * @param name {@code gongxue/<service>/<n>}
 * @param publicKey 32 bytes in Base64
 * @param signedBy the name of the key before; null for the first
 * @param signature what that one signed it with, Base64; null for the first
 * @param index where the log says so
 */
public record LoggedKey(
        String name,
        String publicKey,
        @Nullable String signedBy,
        @Nullable String signature,
        long index) {

    /** Every key of a log, oldest first. */
    static List<LoggedKey> all(Connection c) throws SQLException {
        try (var s = c.prepareStatement(
                "SELECT index, data FROM log.event WHERE stream = ? AND type = ? ORDER BY version")) {
            s.setString(1, CheckpointKeyring.STREAM.toString());
            s.setString(2, CheckpointKeyInstalled.TYPE);
            var keys = new ArrayList<LoggedKey>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    var key = LogJson.read(row.getBytes(2), CheckpointKeyInstalled.class);
                    keys.add(new LoggedKey(
                            key.name(), key.publicKey(), key.signedBy(), key.signature(), row.getLong(1)));
                }
            }
            return keys;
        }
    }

    /** The key, for checking what it signed. */
    public VerifierKey verifier() {
        return new VerifierKey(name, Base64.getDecoder().decode(publicKey));
    }
}
