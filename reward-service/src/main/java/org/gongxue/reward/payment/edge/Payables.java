package org.gongxue.reward.payment.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks for what a batch could pay. What it finds is a proposal: the decision looks at each again. */
@ApplicationScoped
class Payables {

    private static final String CANDIDATES = """
            SELECT e.entitlement_id,
                   coalesce(p.version, 0) = 0 AS without_account,
                   e.state = 'returned' AND coalesce(p.version, 0) <= a.payee_version AS unmended
            FROM entitlement e
            LEFT JOIN payee p ON p.learner_id = e.learner_id
            LEFT JOIN payment_attempt a ON a.entitlement_id = e.entitlement_id AND a.attempt = e.attempt
            LEFT JOIN payment_batch b ON b.batch_id = a.batch_id
            WHERE e.fund_id = ? AND e.state IN ('approved', 'returned')
              AND (a.state IS NULL OR a.state <> 'open' OR b.state = 'discarded')
            ORDER BY e.opened_index
            """;

    /**
     * The payable entitlements of a fund.
     *
     * @param ready those that can go out
     * @param withoutAccount how many wait for the learner's bank account
     * @param unmended how many came back and still have the account that failed
     */
    record Found(List<String> ready, int withoutAccount, int unmended) {}

    private final DataSource dataSource;

    Payables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a fund could pay now; with {@code againAnyway}, returned payments to the same account too. */
    Found of(String fundId, boolean againAnyway) {
        try (var c = dataSource.getConnection();
                var statement = c.prepareStatement(CANDIDATES)) {
            statement.setString(1, fundId);
            try (var rows = statement.executeQuery()) {
                var ready = new ArrayList<String>();
                var withoutAccount = 0;
                var unmended = 0;
                while (rows.next()) {
                    if (rows.getBoolean(2)) {
                        withoutAccount++;
                    } else if (rows.getBoolean(3) && !againAnyway) {
                        unmended++;
                    } else {
                        ready.add(rows.getString(1));
                    }
                }
                return new Found(ready, withoutAccount, unmended);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("payables cannot be read", e);
        }
    }
}
