package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgArray;

/** Outcomes as rows of {@code log.command_outcome}. */
final class OutcomeRows {

    /**
     * An outcome under the id that it answers.
     *
     * @param requestHash the digest of its request; null if the outcome was made again from the command's events
     */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    record Stored(CommandKey key, byte @Nullable [] requestHash, Outcome outcome) {

        /** Whether it answers a request, as far as that can be told. */
        boolean answers(byte[] hash) {
            return requestHash == null || Arrays.equals(requestHash, hash);
        }
    }

    /** An outcome as kept, beside its answer. */
    private record Kept(boolean accepted, @Nullable Refusal refusal, long firstIndex, long lastIndex) {}

    private OutcomeRows() {}

    static Map<CommandKey, Stored> find(Connection c, Collection<CommandKey> keys) throws SQLException {
        var found = new HashMap<CommandKey, Stored>();
        if (keys.isEmpty()) {
            return found;
        }
        try (var s = c.prepareStatement(
                "SELECT principal, id, request_hash, outcome, answer FROM log.command_outcome WHERE id = ANY (?)")) {
            new Columns(s, 1).uuids(keys.stream().map(CommandKey::commandId).toArray(UUID[]::new));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    var key = new CommandKey(row.getString(1), row.getObject(2, UUID.class));
                    found.put(key, new Stored(key, row.getBytes(3), outcome(row.getBytes(4), row.getBytes(5))));
                }
            }
        }
        return found;
    }

    /** Outcomes as an array of rows of {@code log.command_outcome}. */
    static PgArray array(PreparedStatement s, List<Stored> outcomes) throws SQLException {
        var rows = new RowArray(s, "log.command_outcome", 5);
        for (Stored stored : outcomes) {
            rows.row()
                    .text(stored.key().principal())
                    .uuid(stored.key().commandId())
                    .bytes(stored.requestHash())
                    .bytes(kept(stored.outcome()))
                    .bytes(stored.outcome().answer());
        }
        return rows.array();
    }

    private static byte[] kept(Outcome o) {
        return LogJson.write(new Kept(o.accepted(), o.refusal(), o.firstIndex(), o.lastIndex()));
    }

    private static Outcome outcome(byte[] json, byte @Nullable [] answer) {
        Kept o = LogJson.read(json, Kept.class);
        return new Outcome(o.accepted(), o.refusal(), o.firstIndex(), o.lastIndex(), answer, false);
    }
}
