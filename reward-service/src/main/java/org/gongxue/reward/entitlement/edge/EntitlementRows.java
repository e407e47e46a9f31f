package org.gongxue.reward.entitlement.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.reward.entitlement.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of {@link EntitlementProjection}. What a run of events says of one entitlement becomes one row
 * written once, because a claim opens, assesses, grants and approves in one commit; rows of a table go to the database
 * together.
 */
final class EntitlementRows implements AutoCloseable {

    private static final String OPEN = """
            INSERT INTO entitlement (state, awaits_approval, year, conditions, missing, computation, amount_fen, fund_id,
                shares, co_fund_ids, group_name, cell_id, reasons, line, line_id, line_position, waiting_since,
                revoked_reason, revoked_on, batch_id, attempt, entitlement_id, opened_index, policy_id, policy_version,
                learner_id, basis, unit_id, unit_path)
            VALUES (coalesce(?::text, 'pending'), coalesce(?::boolean, false), ?::int, coalesce(?::jsonb, '[]'),
                coalesce(?::jsonb, '[]'), ?::jsonb, coalesce(?::bigint, 0), ?, coalesce(?::jsonb, '[]'),
                coalesce(?::varchar[], '{}'), ?, ?, coalesce(?::jsonb, '[]'), ?, ?, ?::int, ?::date, ?, ?::date, ?,
                coalesce(?::int, 0), ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE = """
            UPDATE entitlement SET state = coalesce(?, state), awaits_approval = coalesce(?, awaits_approval),
                year = coalesce(?, year), conditions = coalesce(?::jsonb, conditions),
                missing = coalesce(?::jsonb, missing), computation = coalesce(?::jsonb, computation),
                amount_fen = coalesce(?, amount_fen), fund_id = coalesce(?, fund_id),
                shares = coalesce(?::jsonb, shares), co_fund_ids = coalesce(?, co_fund_ids),
                group_name = coalesce(?, group_name), cell_id = coalesce(?, cell_id),
                reasons = coalesce(?::jsonb, reasons), line = coalesce(?, line), line_id = coalesce(?, line_id),
                line_position = coalesce(?, line_position), waiting_since = coalesce(?, waiting_since),
                revoked_reason = coalesce(?, revoked_reason), revoked_on = coalesce(?, revoked_on),
                batch_id = coalesce(?, batch_id), attempt = coalesce(?, attempt)
            WHERE entitlement_id = ?
            """;
    private static final String STEP =
            "INSERT INTO entitlement_step (entitlement_id, index, state, on_date, line) VALUES (?, ?, ?, ?, ?)";
    private static final String DRAFT = """
            INSERT INTO payment_attempt (payment_number, entitlement_id, attempt, batch_id, line, learner_id, amount_fen,
                payee_version, state, on_date)
            SELECT ?, entitlement_id, ?, ?, ?, learner_id, ?, ?, 'open', ? FROM entitlement WHERE entitlement_id = ?
            """;
    private static final String SETTLE = """
            UPDATE payment_attempt SET state = ?, on_date = ?, bank_reference = ?, failure_code = ?
            WHERE payment_number = ?
            """;
    private static final String SEND_STEPS = """
            INSERT INTO entitlement_step (entitlement_id, index, state, on_date)
            SELECT entitlement_id, ?, 'in-payment', ? FROM payment_attempt WHERE batch_id = ?
            """;
    private static final String SEND = """
            UPDATE entitlement SET state = 'in-payment'
            WHERE batch_id = ? AND entitlement_id IN (SELECT entitlement_id FROM payment_attempt WHERE batch_id = ?)
            """;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, EntitlementChange> changes = new LinkedHashMap<>();

    EntitlementRows(Connection connection) {
        this.connection = connection;
    }

    /** What has changed of an entitlement, to be added to. */
    EntitlementChange of(String entitlementId) {
        return changes.computeIfAbsent(entitlementId, EntitlementChange::new);
    }

    void step(String entitlementId, long index, Standing standing, LocalDate on, @Nullable String line)
            throws SQLException {
        add(STEP, entitlementId, index, standing.word(), on, line);
    }

    void draft(PaymentDrafted e, LocalDate on) throws SQLException {
        of(e.entitlementId()).drafted = new EntitlementChange.Drafted(e.batchId(), e.attempt());
        add(
                DRAFT,
                e.paymentNumber(),
                e.attempt(),
                e.batchId(),
                e.line(),
                e.amountFen(),
                e.payeeVersion(),
                on,
                e.entitlementId());
    }

    /** All lines of a batch go to the bank; they are looked up in the tables, so what waits is written first. */
    void sendBatch(String batchId, long index, LocalDate on) throws SQLException {
        flush();
        add(SEND_STEPS, index, on, batchId);
        execute(SEND_STEPS);
        add(SEND, batchId, batchId);
        execute(SEND);
    }

    void settle(
            String paymentNumber,
            String state,
            LocalDate on,
            @Nullable String bankReference,
            @Nullable String failureCode)
            throws SQLException {
        add(SETTLE, state, on, bankReference, failureCode, paymentNumber);
    }

    /** Writes what still waits: entitlements first, because attempts take the learner from them. */
    void flush() throws SQLException {
        for (var change : changes.values()) {
            write(change);
        }
        changes.clear();
        for (var sql : new String[] {OPEN, CHANGE, STEP, DRAFT, SETTLE}) {
            execute(sql);
        }
    }

    private void write(EntitlementChange change) throws SQLException {
        var opened = change.opened;
        var statement = prepare(opened == null ? CHANGE : OPEN);
        var next = bind(statement, change);
        statement.setString(next++, change.entitlementId);
        if (opened != null) {
            statement.setLong(next++, change.openedIndex);
            statement.setString(next++, opened.policyId());
            statement.setInt(next++, opened.policyVersion());
            statement.setString(next++, opened.learnerId());
            statement.setString(next++, opened.basis());
            statement.setString(next++, opened.unitId());
            statement.setArray(
                    next, connection.createArrayOf("varchar", opened.unitPath().toArray()));
        }
        statement.addBatch();
    }

    private int bind(PreparedStatement statement, EntitlementChange change) throws SQLException {
        var assessed = change.assessed;
        var inLine = change.inLine;
        var revoked = change.revoked;
        var drafted = change.drafted;
        var values = new @Nullable Object[] {
            change.standing == null ? null : change.standing.word(),
            change.awaitsApproval,
            change.year,
            assessed == null ? null : assessed.conditions(),
            assessed == null ? null : assessed.missing(),
            assessed == null ? null : assessed.computation(),
            assessed == null ? null : assessed.amountFen(),
            assessed == null ? null : assessed.fundId(),
            assessed == null ? null : assessed.sharesJson(),
            assessed == null ? null : connection.createArrayOf("varchar", assessed.coFundIds()),
            assessed == null ? null : assessed.group(),
            assessed == null ? null : assessed.cellId(),
            change.reasons,
            inLine == null ? null : inLine.line(),
            inLine == null ? null : inLine.lineId(),
            inLine == null ? null : inLine.position(),
            inLine == null ? null : inLine.since(),
            revoked == null ? null : revoked.reasonCode(),
            revoked == null ? null : revoked.on(),
            drafted == null ? null : drafted.batchId(),
            drafted == null ? null : drafted.attempt()
        };
        return bind(statement, values);
    }

    private static int bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return values.length + 1;
    }

    private void add(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepare(sql);
        bind(statement, values);
        statement.addBatch();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void execute(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement != null) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
    }
}
