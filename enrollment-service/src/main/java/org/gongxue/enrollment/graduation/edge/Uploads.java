package org.gongxue.enrollment.graduation.edge;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongxue.enrollment.edge.ReadModelJson;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.graduation.ReportedGraduate;
import org.gongxue.enrollment.vault.edge.VaultKeys;
import org.gongxue.events.enrollment.RowReason;
import org.jspecify.annotations.Nullable;

/**
 * Uploaded files and their rows, encrypted: they are full of identity data. A row's outcome is the settled one once the
 * file is released, before that the foreseen one.
 */
@Singleton
class Uploads {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<RowReason>> REASONS = new TypeReference<>() {};
    private static final int BATCH_ROWS = 500;
    private static final String KEEP_FILE =
            "INSERT INTO graduation_upload (file_id, name, secret) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String KEEP_ROW = """
            INSERT INTO graduation_upload_row (file_id, sheet_row, secret, status, reasons, first_evidence)
            VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING
            """;
    private static final String DROP =
            "WITH rows AS (DELETE FROM graduation_upload_row WHERE file_id = ?) DELETE FROM graduation_upload WHERE file_id = ?";
    private static final String ROWS = """
            SELECT u.sheet_row, u.secret, coalesce(r.status, u.status), coalesce(r.reasons, u.reasons)::text,
                coalesce(r.first_evidence, u.first_evidence), r.index
            FROM graduation_upload_row u LEFT JOIN graduation_row r USING (file_id, sheet_row)
            WHERE u.file_id = ? AND u.sheet_row > ? AND (?::text IS NULL OR coalesce(r.status, u.status) = ANY (?))
            ORDER BY u.sheet_row LIMIT ?
            """;

    private final DataSource dataSource;
    private final VaultKeys keys;

    Uploads(DataSource dataSource, VaultKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** What the check foresees for a row. */
    record Foreseen(
            int row,
            ReportedGraduate graduate,
            RowStatus status,
            List<RowReason> reasons,
            @Nullable String firstEvidence) {}

    /** A row with what became of it, or with what is foreseen; {@code index} only once it is settled. */
    record KeptRow(
            int row,
            ReportedGraduate graduate,
            String status,
            List<RowReason> reasons,
            @Nullable String firstEvidence,
            @Nullable Long index) {}

    /** Keeps a file and what is foreseen for its rows; kept once, however often it is handed in under one id. */
    void keep(String fileId, String name, byte[] content, List<Foreseen> rows) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (keepFile(connection, fileId, name, content)) {
                    keepRows(connection, fileId, rows);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The file cannot be kept", e);
        }
    }

    private boolean keepFile(Connection connection, String fileId, String name, byte[] content) throws SQLException {
        try (var insert = connection.prepareStatement(KEEP_FILE)) {
            insert.setString(1, fileId);
            insert.setString(2, name);
            insert.setBytes(3, keys.sealProfile(content, fileId));
            return insert.executeUpdate() > 0;
        }
    }

    private void keepRows(Connection connection, String fileId, List<Foreseen> rows) throws SQLException {
        try (var insert = connection.prepareStatement(KEEP_ROW)) {
            var waiting = 0;
            for (var row : rows) {
                insert.setString(1, fileId);
                insert.setInt(2, row.row());
                insert.setBytes(3, seal(fileId, row));
                insert.setString(4, row.status().shown());
                insert.setString(5, ReadModelJson.write(row.reasons()));
                insert.setString(6, row.firstEvidence());
                insert.addBatch();
                if (++waiting % BATCH_ROWS == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** How many rows of a file are foreseen to come out how, as it was kept. */
    Map<String, Integer> foreseen(String fileId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT status, count(*) FROM graduation_upload_row WHERE file_id = ? GROUP BY status")) {
            select.setString(1, fileId);
            try (var rows = select.executeQuery()) {
                var counts = new HashMap<String, Integer>();
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
                return counts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Rows cannot be counted", e);
        }
    }

    /** Drops a file that was not received after all. */
    void drop(String fileId) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(DROP)) {
            delete.setString(1, fileId);
            delete.setString(2, fileId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The file cannot be dropped", e);
        }
    }

    /** The names of files by id. */
    Map<String, String> names(List<String> fileIds) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT file_id, name FROM graduation_upload WHERE file_id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", fileIds.toArray()));
            try (var rows = select.executeQuery()) {
                var names = new HashMap<String, String>();
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getString(2));
                }
                return names;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("File names cannot be read", e);
        }
    }

    /** Rows of a file after a sheet row, with these outcomes only; without outcomes named, all. */
    List<KeptRow> rows(String fileId, int after, List<RowStatus> statuses, int max) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(ROWS)) {
            var wanted = statuses.stream().map(RowStatus::shown).toArray();
            select.setString(1, fileId);
            select.setInt(2, after);
            select.setString(3, statuses.isEmpty() ? null : "some");
            select.setArray(4, connection.createArrayOf("text", wanted));
            select.setInt(5, max);
            try (var rows = select.executeQuery()) {
                var kept = new ArrayList<KeptRow>();
                while (rows.next()) {
                    kept.add(row(fileId, rows));
                }
                return kept;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Rows cannot be read", e);
        }
    }

    /** The first and last index of files' settled rows, by file id. */
    Map<String, IndexRange> indexRanges(List<String> fileIds) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT file_id, min(index), max(index) FROM graduation_row WHERE file_id = ANY (?) GROUP BY file_id")) {
            select.setArray(1, connection.createArrayOf("text", fileIds.toArray()));
            try (var rows = select.executeQuery()) {
                var ranges = new HashMap<String, IndexRange>();
                while (rows.next()) {
                    ranges.put(rows.getString(1), new IndexRange(rows.getLong(2), rows.getLong(3)));
                }
                return ranges;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The index range cannot be read", e);
        }
    }

    /** From where to where in the log. */
    record IndexRange(long first, long last) {}

    private KeptRow row(String fileId, ResultSet rows) throws SQLException {
        var number = rows.getInt(1);
        return new KeptRow(
                number,
                open(fileId, number, rows.getBytes(2)),
                rows.getString(3),
                ReadModelJson.read(rows.getString(4), REASONS),
                rows.getString(5),
                rows.getObject(6, Long.class));
    }

    private byte[] seal(String fileId, Foreseen row) {
        var texts = row.graduate().texts().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().field(), Map.Entry::getValue));
        return keys.sealProfile(ReadModelJson.write(texts).getBytes(StandardCharsets.UTF_8), owner(fileId, row.row()));
    }

    private ReportedGraduate open(String fileId, int row, byte[] secret) {
        var json = new String(keys.openProfile(secret, owner(fileId, row)), StandardCharsets.UTF_8);
        return new ReportedGraduate(ReadModelJson.read(json, TEXTS).entrySet().stream()
                .collect(Collectors.toMap(e -> Column.ofField(e.getKey()).orElseThrow(), Map.Entry::getValue)));
    }

    private static String owner(String fileId, int row) {
        return fileId + "#" + row;
    }
}
