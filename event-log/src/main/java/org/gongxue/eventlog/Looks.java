package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who looked at events that name a learner: written down before they are shown, and never changed here. */
public final class Looks {
    private static final int ASKED_MAX = 500;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DataSource dataSource;

    /** The looks at the log in a database. */
    public Looks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A look.
     *
     * @param id grows from look to look
     * @param at when
     * @param actor who looked
     * @param learner the learner whom the events name
     * @param asked what was asked for, at most 500 characters
     */
    public record Look(long id, Instant at, String actor, String learner, String asked) {}

    /**
     * Writes down that somebody is about to see events that name these learners.
     *
     * @throws LogBusyException if that cannot be written: then nothing may be shown
     */
    public void note(String actor, Collection<String> learners, String asked) {
        if (learners.isEmpty()) {
            return;
        }
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement(
                        "INSERT INTO log.look (actor, learner, asked) SELECT ?, unnest(?::text[]), ?")) {
            s.setString(1, actor);
            s.setArray(2, c.createArrayOf("text", learners.toArray()));
            s.setString(3, asked.length() <= ASKED_MAX ? asked : asked.substring(0, ASKED_MAX));
            s.executeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Looks, newest first.
     *
     * @param learner at the events of this one; null for all
     * @param before below this id
     */
    public List<Look> find(@Nullable String learner, long before, int limit) {
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT id, looked_at, actor, learner, asked FROM log.look WHERE id < ?"
                        + (learner == null ? "" : " AND learner = ?") + " ORDER BY id DESC LIMIT ?")) {
            int next = 1;
            s.setLong(next++, before);
            if (learner != null) {
                s.setString(next++, learner);
            }
            s.setInt(next, limit);
            var looks = new ArrayList<Look>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    looks.add(new Look(
                            row.getLong(1),
                            EventRows.instant(row, 2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }
            }
            return looks;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static LogBusyException unreachable(SQLException e) {
        var busy = new LogBusyException("the looks at the log cannot be written or read now", SOON);
        busy.initCause(e);
        return busy;
    }
}
