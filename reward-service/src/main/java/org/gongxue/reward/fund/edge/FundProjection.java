package org.gongxue.reward.fund.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.AppropriationConfirmed;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.AppropriationRejected;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.WaitlistJoined;
import org.gongxue.events.reward.WaitlistServed;

/** Balances of funds, and their appropriations. One row a fund, so that the table can check its sum (invariant 5). */
@Singleton
class FundProjection implements Projection {

    private static final String OPEN = "INSERT INTO fund (fund_id, name, year, source) VALUES (?, ?, ?, ?)";
    private static final String POST = """
            UPDATE fund SET external_fen = external_fen + ?, available_fen = available_fen + ?,
                held_fen = held_fen + ?, payable_fen = payable_fen + ?, in_transit_fen = in_transit_fen + ?,
                paid_fen = paid_fen + ?, receivable_fen = receivable_fen + ?, returned_fen = returned_fen + ?,
                last_index = ?
            WHERE fund_id = ?
            """;
    private static final String KEEP = """
            INSERT INTO fund_moment SELECT fund_id, last_index, external_fen, available_fen, held_fen, payable_fen,
                in_transit_fen, paid_fen, receivable_fen FROM fund WHERE fund_id = ?
            ON CONFLICT (fund_id, index) DO NOTHING
            """;
    private static final String PROPOSE = """
            INSERT INTO appropriation (fund_id, number, document_number, amount_fen, on_date, state, proposed_by)
            VALUES (?, ?, ?, ?, ?, 'proposed', ?)
            """;
    private static final String SETTLE =
            "UPDATE appropriation SET state = ?, settled_by = ? WHERE fund_id = ? AND number = ?";
    private static final String JOIN = """
            INSERT INTO fund_line (fund_id, waitlist_last) VALUES (?, ?)
            ON CONFLICT (fund_id) DO UPDATE SET waitlist_last = excluded.waitlist_last
            """;
    private static final String SERVE = "UPDATE fund_line SET waitlist_served = ? WHERE fund_id = ?";

    /** A fund's balances are kept as of about every so many events of its stream. */
    private static final int MOMENT_EVERY = 512;

    /** What a run of events posts to one fund; sums do not mind their order, and a hot fund is written once. */
    private static final class Posted {
        private final Map<LedgerAccount, Long> sums = new EnumMap<>(LedgerAccount.class);
        private long returned;
        private long lastIndex;
        private boolean isMoment;

        void add(JournalEntryPosted e, long index, int version) {
            isMoment |= version % MOMENT_EVERY == 0;
            for (var posting : e.postings()) {
                sums.merge(posting.account(), posting.amountFen(), Math::addExact);
                if (e.reason() == JournalReason.RETURN && posting.account() == LedgerAccount.PAYABLE) {
                    returned += posting.amountFen();
                }
            }
            lastIndex = index;
        }
    }

    @Override
    public String name() {
        return "funds";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("fund", "fund_moment", "fund_line", "appropriation");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        var sums = new LinkedHashMap<String, Posted>();
        var joined = new LinkedHashMap<String, Integer>();
        var served = new LinkedHashMap<String, Integer>();
        try (var open = c.prepareStatement(OPEN);
                var propose = c.prepareStatement(PROPOSE);
                var settle = c.prepareStatement(SETTLE)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case FundOpened e -> open(open, e);
                    case JournalEntryPosted e ->
                        sums.computeIfAbsent(e.fundId(), _ -> new Posted())
                                .add(e, recorded.index(), recorded.version());
                    case WaitlistJoined e -> joined.put(e.fundId(), e.position());
                    case WaitlistServed e -> served.put(e.fundId(), e.throughPosition());
                    case AppropriationProposed e -> propose(propose, e);
                    case AppropriationConfirmed e ->
                        settle(settle, "confirmed", e.confirmedBy(), e.fundId(), e.number());
                    case AppropriationRejected e -> settle(settle, "rejected", e.rejectedBy(), e.fundId(), e.number());
                    default -> {}
                }
            }
        }
        post(c, sums);
        line(c, joined, served);
    }

    private static void post(Connection c, Map<String, Posted> funds) throws SQLException {
        if (funds.isEmpty()) {
            return;
        }
        try (var update = c.prepareStatement(POST);
                var keep = c.prepareStatement(KEEP)) {
            for (var fund : funds.entrySet()) {
                var posted = fund.getValue();
                if (posted.isMoment) {
                    keep.setString(1, fund.getKey());
                    keep.addBatch();
                }
                var column = 1;
                for (var account : LedgerAccount.values()) {
                    update.setLong(column++, posted.sums.getOrDefault(account, 0L));
                }
                update.setLong(column++, posted.returned);
                update.setLong(column++, posted.lastIndex);
                update.setString(column, fund.getKey());
                update.addBatch();
            }
            update.executeBatch();
            keep.executeBatch();
        }
    }

    /** Who joined last and who was served last; whoever was served had joined. */
    private static void line(Connection c, Map<String, Integer> joined, Map<String, Integer> served)
            throws SQLException {
        if (joined.isEmpty() && served.isEmpty()) {
            return;
        }
        try (var join = c.prepareStatement(JOIN);
                var serve = c.prepareStatement(SERVE)) {
            for (var line : joined.entrySet()) {
                join.setString(1, line.getKey());
                join.setInt(2, line.getValue());
                join.addBatch();
            }
            for (var line : served.entrySet()) {
                serve.setInt(1, line.getValue());
                serve.setString(2, line.getKey());
                serve.addBatch();
            }
            join.executeBatch();
            serve.executeBatch();
        }
    }

    private static void open(PreparedStatement insert, FundOpened e) throws SQLException {
        insert.setString(1, e.fundId());
        insert.setString(2, e.name());
        insert.setInt(3, e.year());
        insert.setString(4, e.source());
        insert.executeUpdate();
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
