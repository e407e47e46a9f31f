package org.gongxue.reward.payment.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentBatchDiscarded;
import org.gongxue.events.reward.PaymentBatchExported;
import org.gongxue.events.reward.PaymentBatchExtended;
import org.gongxue.events.reward.PaymentBatchFrozen;
import org.gongxue.events.reward.PaymentBatchOpened;

/** Payment batches with their control totals. */
@Singleton
class BatchProjection implements Projection {

    private static final String OPEN = """
            INSERT INTO payment_batch (batch_id, opened_index, fund_id, purpose, state, opened_by)
            VALUES (?, ?, ?, ?, 'draft', ?)
            """;
    private static final String EXTEND =
            "UPDATE payment_batch SET lines = ?, total_fen = total_fen + ? WHERE batch_id = ?";
    private static final String FREEZE = "UPDATE payment_batch SET state = 'frozen', frozen_by = ? WHERE batch_id = ?";
    private static final String APPROVE =
            "UPDATE payment_batch SET state = 'approved', approved_by = ?, approved_on = ? WHERE batch_id = ?";
    private static final String DISCARD = "UPDATE payment_batch SET state = 'discarded' WHERE batch_id = ?";
    private static final String EXPORT =
            "UPDATE payment_batch SET exports = exports + 1, last_export_digest = ? WHERE batch_id = ?";

    @Override
    public String name() {
        return "payment-batches";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("payment_batch");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case PaymentBatchOpened e ->
                    run(c, OPEN, e.batchId(), recorded.index(), e.fundId(), e.purpose(), e.openedBy());
                case PaymentBatchExtended e -> run(c, EXTEND, e.lastLine(), e.amountFen(), e.batchId());
                case PaymentBatchFrozen e -> run(c, FREEZE, e.frozenBy(), e.batchId());
                case PaymentBatchApproved e -> run(c, APPROVE, e.approvedBy(), e.approvedOn(), e.batchId());
                case PaymentBatchDiscarded e -> run(c, DISCARD, e.batchId());
                case PaymentBatchExported e -> run(c, EXPORT, e.fileDigest(), e.batchId());
                default -> {}
            }
        }
    }

    private static void run(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
