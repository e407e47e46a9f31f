package org.gongxue.enrollment.vault.edge;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who looked into the vault, newest first. The vault writes it before it gives anything away; here it is only read. */
@Singleton
public class AccessLog {

    private static final String FIND = """
            SELECT access_id, accessed_at, actor, purpose, context, learner_id, part FROM vault_access
            WHERE access_id < ? AND (?::text IS NULL OR actor = ?) AND (?::text IS NULL OR learner_id = ?)
            ORDER BY access_id DESC LIMIT ?
            """;

    private final DataSource dataSource;

    AccessLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One look at one learner.
     *
     * @param actor who looked, as events name them
     * @param purpose what for
     * @param context what it belonged to, such as a batch or a file; empty if nothing
     * @param part what was looked at: {@code profile}, {@code payee}, or {@code lookup} for a search by ID number
     */
    public record Look(
            long accessId, Instant at, String actor, String purpose, String context, String learnerId, String part) {}

    /**
     * Looks, newest first.
     *
     * @param before below this number
     * @param actor of this one alone; null for everyone
     * @param learnerId at this one alone; null for all
     */
    public List<Look> find(long before, @Nullable String actor, @Nullable String learnerId, int limit) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setLong(1, before);
            select.setString(2, actor);
            select.setString(3, actor);
            select.setString(4, learnerId);
            select.setString(5, learnerId);
            select.setInt(6, limit);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Look>();
                while (row.next()) {
                    found.add(new Look(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The access log cannot be read", e);
        }
    }
}
