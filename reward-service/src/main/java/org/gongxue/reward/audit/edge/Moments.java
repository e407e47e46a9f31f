package org.gongxue.reward.audit.edge;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.QuotaCellEvent;
import org.gongxue.reward.audit.Explanation.FundMoments;
import org.gongxue.reward.audit.Explanation.QuotaMoments;
import org.gongxue.reward.audit.FundMoment;
import org.gongxue.reward.audit.QuotaMoment;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.quota.QuotaCells;

/** Funds and quota cells as of any index: from the last moment that was kept, and the events since. */
@Singleton
class Moments {

    private static final String FUND = """
            SELECT index, external_fen, available_fen, held_fen, payable_fen, in_transit_fen, paid_fen, receivable_fen
            FROM fund_moment WHERE fund_id = ? AND index <= ? ORDER BY index DESC LIMIT 1
            """;
    private static final String CELL = """
            SELECT index, places, used, waitlist_last, waitlist_served
            FROM quota_moment WHERE cell_id = ? AND index <= ? ORDER BY index DESC LIMIT 1
            """;

    private final DataSource dataSource;
    private final LogTrail trail;

    Moments(DataSource dataSource, LogTrail trail) {
        this.dataSource = dataSource;
        this.trail = trail;
    }

    /** A fund just before an index and right after another. */
    FundMoments fund(String fundId, long first, long last) {
        var kept = kept(FUND, fundId, first - 1, Moments::readFund, new FundMoment(0, Map.of()));
        var events = trail.between(Ledger.FUND.id(fundId), kept.index() + 1, last, null);
        var before = kept.after(entries(events, 0, first), first - 1);
        return new FundMoments(fundId, before, before.after(entries(events, first, Long.MAX_VALUE), last));
    }

    private static List<JournalEntryPosted> entries(List<Recorded> events, long from, long until) {
        return events.stream()
                .filter(e -> e.index() >= from && e.index() < until)
                .map(Recorded::event)
                .filter(JournalEntryPosted.class::isInstance)
                .map(JournalEntryPosted.class::cast)
                .toList();
    }

    /** A quota cell just before an index and right after another. */
    QuotaMoments cell(String cellId, long first, long last) {
        var kept = kept(CELL, cellId, first - 1, Moments::readCell, new QuotaMoment(0, 0, 0, 0, 0));
        var events = trail.between(QuotaCells.CELL.id(cellId), kept.index() + 1, last, null);
        var before = kept.after(places(events, 0, first), first - 1);
        return new QuotaMoments(cellId, before, before.after(places(events, first, Long.MAX_VALUE), last));
    }

    private static List<QuotaCellEvent> places(List<Recorded> events, long from, long until) {
        return events.stream()
                .filter(e -> e.index() >= from && e.index() < until)
                .map(e -> (QuotaCellEvent) e.event())
                .toList();
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T kept(String sql, String id, long index, Reading<T> reading, T none) {
        try (var c = dataSource.getConnection();
                var select = c.prepareStatement(sql)) {
            select.setString(1, id);
            select.setLong(2, index);
            try (var row = select.executeQuery()) {
                return row.next() ? reading.read(row) : none;
            }
        } catch (SQLException e) {
            var busy = new LogBusyException("the ledger cannot be read now", Duration.ofSeconds(1));
            busy.initCause(e);
            throw busy;
        }
    }

    private static FundMoment readFund(ResultSet row) throws SQLException {
        var balances = new TreeMap<LedgerAccount, Long>();
        var column = 2;
        for (var account : LedgerAccount.values()) {
            balances.put(account, row.getLong(column++));
        }
        return new FundMoment(row.getLong(1), balances);
    }

    private static QuotaMoment readCell(ResultSet row) throws SQLException {
        return new QuotaMoment(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
    }
}
