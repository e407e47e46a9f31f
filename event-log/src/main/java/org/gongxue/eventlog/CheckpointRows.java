package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.SignedNote;

/** The checkpoints that were signed, in {@code log.checkpoint}. */
final class CheckpointRows {
    private CheckpointRows() {}

    /** The largest one. */
    static Optional<SignedNote> newest(Connection c) throws SQLException {
        return notes(c, "SELECT note FROM log.checkpoint ORDER BY size DESC LIMIT 1").stream()
                .findFirst();
    }

    /** Those that are not on the topic yet, smallest first, some at a time. */
    static List<SignedNote> unpublished(Connection c) throws SQLException {
        return notes(c, "SELECT note FROM log.checkpoint WHERE NOT published ORDER BY size LIMIT 1000");
    }

    private static List<SignedNote> notes(Connection c, String query) throws SQLException {
        try (var s = c.prepareStatement(query);
                ResultSet row = s.executeQuery()) {
            var notes = new ArrayList<SignedNote>();
            while (row.next()) {
                notes.add(SignedNote.parse(row.getString(1)));
            }
            return notes;
        }
    }

    static void insert(Connection c, SignedNote note) throws SQLException {
        try (var s = c.prepareStatement("INSERT INTO log.checkpoint (size, note) VALUES (?, ?)")) {
            s.setLong(1, Checkpoint.of(note).size());
            s.setString(2, note.toString());
            s.executeUpdate();
        }
    }

    /** The topic holds those up to a size, and none that are larger. */
    static void setPublished(Connection c, long size) throws SQLException {
        try (var s =
                c.prepareStatement("UPDATE log.checkpoint SET published = size <= ? WHERE published <> (size <= ?)")) {
            s.setLong(1, size);
            s.setLong(2, size);
            s.executeUpdate();
        }
    }
}
