package org.gongxue.reward.fund.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.AppropriationConfirmed;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.AppropriationRejected;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.Posting;

/** Balances of funds, and their appropriations. One row a fund, so that the table can check its sum (invariant 5). */
@Singleton
class FundProjection implements Projection {

    private static final String OPEN = "INSERT INTO fund (fund_id, name, year, source) VALUES (?, ?, ?, ?)";
    private static final String POST = """
            UPDATE fund SET external_fen = external_fen + ?, available_fen = available_fen + ?,
                held_fen = held_fen + ?, payable_fen = payable_fen + ?, in_transit_fen = in_transit_fen + ?,
                paid_fen = paid_fen + ?, receivable_fen = receivable_fen + ?, returned_fen = returned_fen + ?
            WHERE fund_id = ?
            """;
    private static final String PROPOSE = """
            INSERT INTO appropriation (fund_id, number, document_number, amount_fen, on_date, state, proposed_by)
            VALUES (?, ?, ?, ?, ?, 'proposed', ?)
            """;
    private static final String SETTLE =
            "UPDATE appropriation SET state = ?, settled_by = ? WHERE fund_id = ? AND number = ?";

    @Override
    public String name() {
        return "funds";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void reset(Connection c) throws SQLException {
        try (var truncate = c.createStatement()) {
            truncate.execute("TRUNCATE fund, appropriation");
        }
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var open = c.prepareStatement(OPEN);
                var post = c.prepareStatement(POST);
                var propose = c.prepareStatement(PROPOSE);
                var settle = c.prepareStatement(SETTLE)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case FundOpened e -> open(open, e);
                    case JournalEntryPosted e -> post(post, e);
                    case AppropriationProposed e -> propose(propose, e);
                    case AppropriationConfirmed e ->
                        settle(settle, "confirmed", e.confirmedBy(), e.fundId(), e.number());
                    case AppropriationRejected e -> settle(settle, "rejected", e.rejectedBy(), e.fundId(), e.number());
                    default -> {}
                }
            }
            post.executeBatch();
        }
    }

    private static void open(PreparedStatement insert, FundOpened e) throws SQLException {
        insert.setString(1, e.fundId());
        insert.setString(2, e.name());
        insert.setInt(3, e.year());
        insert.setString(4, e.source());
        insert.executeUpdate();
    }

    /** Batched: sums do not mind what else happens between them, and a fund is opened before its first entry. */
    private static void post(PreparedStatement update, JournalEntryPosted e) throws SQLException {
        var column = 1;
        for (var account : LedgerAccount.values()) {
            update.setLong(column++, sum(e, account));
        }
        update.setLong(column++, e.reason() == JournalReason.RETURN ? sum(e, LedgerAccount.PAYABLE) : 0);
        update.setString(column, e.fundId());
        update.addBatch();
    }

    private static long sum(JournalEntryPosted e, LedgerAccount account) {
        return e.postings().stream()
                .filter(p -> p.account() == account)
                .mapToLong(Posting::amountFen)
                .sum();
    }

    private static void propose(PreparedStatement insert, AppropriationProposed e) throws SQLException {
        insert.setString(1, e.fundId());
        insert.setInt(2, e.number());
        insert.setString(3, e.documentNumber());
        insert.setLong(4, e.amountFen());
        insert.setObject(5, e.on());
        insert.setString(6, e.proposedBy());
        insert.executeUpdate();
    }

    private static void settle(PreparedStatement update, String state, String by, String fundId, int number)
            throws SQLException {
        update.setString(1, state);
        update.setString(2, by);
        update.setString(3, fundId);
        update.setInt(4, number);
        update.executeUpdate();
    }
}
