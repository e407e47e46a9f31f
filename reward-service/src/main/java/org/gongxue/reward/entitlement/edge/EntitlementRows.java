package org.gongxue.reward.entitlement.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.reward.entitlement.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of {@link EntitlementProjection}. Statements are prepared once; for each table, runs of the same
 * statement go to the database together and stay in the order of the log.
 */
final class EntitlementRows implements AutoCloseable {

    private static final String OPEN = """
            INSERT INTO entitlement (entitlement_id, opened_index, policy_id, policy_version, learner_id, basis,
                unit_id, unit_path, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')
            """;
    private static final String ASSESS = """
            UPDATE entitlement SET conditions = ?::jsonb, missing = ?::jsonb, computation = ?::jsonb, amount_fen = ?,
                fund_id = ?, group_name = ?
            WHERE entitlement_id = ?
            """;
    private static final String REFUSE = """
            UPDATE entitlement SET state = 'refused', reasons = ?::jsonb, awaits_approval = false
            WHERE entitlement_id = ?
            """;
    private static final String WAITLIST =
            "UPDATE entitlement SET state = 'waitlisted', waitlist_position = ? WHERE entitlement_id = ?";
    private static final String HOLD =
            "UPDATE entitlement SET state = 'pending', awaits_approval = true WHERE entitlement_id = ?";
    private static final String STAND =
            "UPDATE entitlement SET state = ?, awaits_approval = false WHERE entitlement_id = ?";
    private static final String STEP =
            "INSERT INTO entitlement_step (entitlement_id, index, state, on_date) VALUES (?, ?, ?, ?)";
    private static final String DRAFT_ATTEMPT = """
            INSERT INTO payment_attempt (payment_number, entitlement_id, attempt, batch_id, line, learner_id, amount_fen,
                payee_version, state, on_date)
            SELECT ?, entitlement_id, ?, ?, ?, learner_id, ?, ?, 'open', ? FROM entitlement WHERE entitlement_id = ?
            """;
    private static final String DRAFT_ENTITLEMENT =
            "UPDATE entitlement SET batch_id = ?, attempt = ? WHERE entitlement_id = ?";
    private static final String SEND_STEPS = """
            INSERT INTO entitlement_step (entitlement_id, index, state, on_date)
            SELECT entitlement_id, ?, 'in-payment', ? FROM entitlement WHERE batch_id = ?
            """;
    private static final String SEND = "UPDATE entitlement SET state = 'in-payment' WHERE batch_id = ?";
    private static final String SETTLE = """
            UPDATE payment_attempt SET state = ?, on_date = ?, bank_reference = ?, failure_code = ?
            WHERE payment_number = ?
            """;

    private enum Table {
        ENTITLEMENT,
        STEP,
        ATTEMPT
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<Table, PreparedStatement> waiting = new EnumMap<>(Table.class);

    EntitlementRows(Connection connection) {
        this.connection = connection;
    }

    void open(EntitlementOpened e, long index) throws SQLException {
        var path = connection.createArrayOf("varchar", e.unitPath().toArray());
        run(
                Table.ENTITLEMENT,
                OPEN,
                e.entitlementId(),
                index,
                e.policyId(),
                e.policyVersion(),
                e.learnerId(),
                e.basis(),
                e.unitId(),
                path);
    }

    void assess(EntitlementAssessed e, String conditions, String missing, @Nullable String computation)
            throws SQLException {
        run(
                Table.ENTITLEMENT,
                ASSESS,
                conditions,
                missing,
                computation,
                e.amountFen(),
                e.shares().isEmpty() ? null : e.shares().getFirst().fundId(),
                e.group(),
                e.entitlementId());
    }

    void refuse(String entitlementId, String reasons) throws SQLException {
        run(Table.ENTITLEMENT, REFUSE, reasons, entitlementId);
    }

    void waitlist(EntitlementWaitlisted e) throws SQLException {
        run(Table.ENTITLEMENT, WAITLIST, e.position(), e.entitlementId());
    }

    void hold(String entitlementId) throws SQLException {
        run(Table.ENTITLEMENT, HOLD, entitlementId);
    }

    void stand(String entitlementId, Standing standing) throws SQLException {
        run(Table.ENTITLEMENT, STAND, standing.word(), entitlementId);
    }

    void step(String entitlementId, long index, Standing standing, LocalDate on) throws SQLException {
        run(Table.STEP, STEP, entitlementId, index, standing.word(), on);
    }

    void draft(PaymentDrafted e, LocalDate on) throws SQLException {
        flush(Table.ENTITLEMENT);
        run(
                Table.ATTEMPT,
                DRAFT_ATTEMPT,
                e.paymentNumber(),
                e.attempt(),
                e.batchId(),
                e.line(),
                e.amountFen(),
                e.payeeVersion(),
                on,
                e.entitlementId());
        run(Table.ENTITLEMENT, DRAFT_ENTITLEMENT, e.batchId(), e.attempt(), e.entitlementId());
    }

    void sendBatch(String batchId, long index, LocalDate on) throws SQLException {
        flush(Table.ENTITLEMENT);
        run(Table.STEP, SEND_STEPS, index, on, batchId);
        run(Table.ENTITLEMENT, SEND, batchId);
    }

    void settle(
            String paymentNumber,
            String state,
            LocalDate on,
            @Nullable String bankReference,
            @Nullable String failureCode)
            throws SQLException {
        run(Table.ATTEMPT, SETTLE, state, on, bankReference, failureCode, paymentNumber);
    }

    private void run(Table table, String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        if (waiting.get(table) != statement) {
            flush(table);
            waiting.put(table, statement);
        }
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private void flush(Table table) throws SQLException {
        var statement = waiting.remove(table);
        if (statement != null) {
            statement.executeBatch();
        }
    }

    /** Writes what still waits. */
    void flush() throws SQLException {
        for (var table : Table.values()) {
            flush(table);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
    }
}
