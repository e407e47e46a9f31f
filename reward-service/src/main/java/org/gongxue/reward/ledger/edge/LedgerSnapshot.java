package org.gongxue.reward.ledger.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Every fund, entitlement and quota cell in one repeatable-read transaction, so that the index and the values are of one
 * moment; written as it is read.
 */
public final class LedgerSnapshot {

    private static final int FETCH = 1_000;
    /** Before the moment is chosen: no read model is exchanged for one folded again between the first answer and the last. */
    private static final String KEEP = "LOCK TABLE fund, entitlement, quota_cell IN ACCESS SHARE MODE";

    private static final String INDEX = "SELECT coalesce(max(index), 0) FROM log.event";
    private static final String FUNDS = """
            SELECT fund_id AS "fundId", name, year, source, -external_fen AS "appropriatedFen", held_fen AS "heldFen",
                payable_fen AS "payableFen", in_transit_fen AS "inTransitFen", paid_fen AS "paidFen",
                returned_fen AS "returnedFen", receivable_fen AS "receivableFen", available_fen AS "availableFen"
            FROM fund ORDER BY year, fund_id
            """;
    private static final String ENTITLEMENTS = """
            SELECT entitlement_id AS id, state, amount_fen AS "amountFen", policy_id AS "policyId",
                policy_version AS "policyVersion", learner_id AS "learnerId", fund_id AS "fundId"
            FROM entitlement ORDER BY opened_index
            """;
    private static final String QUOTAS = """
            SELECT c.cell_id AS id, c.places, c.used, (
                SELECT count(*) FROM entitlement e
                WHERE e.line_id = c.cell_id AND e.line = 'quota' AND e.state = 'waitlisted') AS waiting,
                c.policy_id AS "policyId", c.year, c.unit_id AS "unitId", c.group_name AS "group"
            FROM quota_cell c ORDER BY c.policy_id, c.year, c.cell_id
            """;

    private LedgerSnapshot() {}

    /** Writes {@code {"index":…,"funds":[…],"entitlements":[…],"quotas":[…]}}. */
    public static void write(DataSource dataSource, JsonGenerator generator) throws IOException, SQLException {
        try (var c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            c.setReadOnly(true);
            try (var keep = c.createStatement()) {
                keep.execute(KEEP);
            }
            generator.writeStartObject();
            generator.writeNumberField("index", index(c));
            writeRows(c, FUNDS, "funds", generator);
            writeRows(c, ENTITLEMENTS, "entitlements", generator);
            writeRows(c, QUOTAS, "quotas", generator);
            generator.writeEndObject();
            c.rollback();
        }
    }

    private static long index(Connection c) throws SQLException {
        try (var statement = c.prepareStatement(INDEX);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void writeRows(Connection c, String sql, String name, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeArrayFieldStart(name);
        try (var statement = c.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    writeRow(rows, generator);
                }
            }
        }
        generator.writeEndArray();
    }

    private static void writeRow(ResultSet rows, JsonGenerator generator) throws SQLException, IOException {
        var columns = rows.getMetaData();
        generator.writeStartObject();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            var value = rows.getObject(i);
            if (value instanceof Number number) {
                generator.writeNumberField(columns.getColumnLabel(i), number.longValue());
            } else if (value != null) {
                generator.writeStringField(columns.getColumnLabel(i), value.toString());
            }
        }
        generator.writeEndObject();
    }
}
