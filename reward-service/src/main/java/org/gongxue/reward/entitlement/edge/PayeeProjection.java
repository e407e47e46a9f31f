package org.gongxue.reward.entitlement.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.PayeeAccountRecorded;

/** Who left a bank account, and which version of it. */
@Singleton
class PayeeProjection implements Projection {

    private static final String RECORD = """
            INSERT INTO payee (learner_id, version) VALUES (?, ?)
            ON CONFLICT (learner_id) DO UPDATE SET version = excluded.version
            """;

    @Override
    public String name() {
        return "payees";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("payee");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var record = c.prepareStatement(RECORD)) {
            for (var recorded : events) {
                if (recorded.event() instanceof PayeeAccountRecorded account) {
                    record.setString(1, account.learnerId());
                    record.setInt(2, account.version());
                    record.addBatch();
                }
            }
            record.executeBatch();
        }
    }
}
