package org.gongxue.reward.waitlist.edge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.gongxue.events.reward.WaitingLine;

/** Finds the lines that can move on, in the read models. What is found is a proposal: the decision looks again. */
final class DueLines {

    /** What a line is due for. */
    enum Due {
        /** A place of the cell is free. */
        PLACE(WaitingLine.QUOTA),
        /** The cell's year is over. */
        EXPIRY(WaitingLine.QUOTA),
        /** The fund can pay its share of the first, or all have left its line. */
        MONEY(WaitingLine.FUND);

        private final WaitingLine line;

        Due(WaitingLine line) {
            this.line = line;
        }
    }

    /**
     * A line to move on.
     *
     * @param lineId the quota cell or the fund
     * @param served the last position served
     * @param state a number that grows whenever the line, its places or its money change
     */
    record DueLine(Due due, String lineId, int served, long state) {}

    private static final String DUE = """
            SELECT CASE WHEN year < ? THEN 'EXPIRY' ELSE 'PLACE' END, cell_id, waitlist_served, last_index
            FROM quota_cell WHERE waitlist_served < waitlist_last AND (year < ? OR used < places)
            UNION ALL
            SELECT 'MONEY', l.fund_id, l.waitlist_served, f.last_index
            FROM fund_line l JOIN fund f ON f.fund_id = l.fund_id
            LEFT JOIN LATERAL (
                SELECT (SELECT sum((s ->> 'amountFen')::bigint) FROM jsonb_array_elements(e.shares) s
                        WHERE s ->> 'fundId' = l.fund_id) AS fen
                FROM entitlement e
                WHERE e.line_id = l.fund_id AND e.line_position > l.waitlist_served AND e.line = 'fund'
                  AND e.state = 'waitlisted'
                ORDER BY e.line_position LIMIT 1) first ON true
            WHERE l.waitlist_served < l.waitlist_last AND (first.fen IS NULL OR first.fen <= f.available_fen)
            ORDER BY 2
            """;
    private static final String NEXT = """
            SELECT entitlement_id FROM entitlement WHERE line_id = ? AND line_position > ? AND line = ?
            ORDER BY line_position LIMIT ?
            """;

    private final DataSource dataSource;

    DueLines(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The lines that are due in a business year. */
    List<DueLine> due(int year) throws SQLException {
        try (var c = dataSource.getConnection();
                var statement = c.prepareStatement(DUE)) {
            statement.setInt(1, year);
            statement.setInt(2, year);
            try (var rows = statement.executeQuery()) {
                var due = new ArrayList<DueLine>();
                while (rows.next()) {
                    due.add(new DueLine(
                            Due.valueOf(rows.getString(1)), rows.getString(2), rows.getInt(3), rows.getLong(4)));
                }
                return due;
            }
        }
    }

    /** Those next in line, without a gap: who has left it is still there with the last line's position. */
    List<String> next(DueLine line, int most) throws SQLException {
        try (Connection c = dataSource.getConnection();
                var statement = c.prepareStatement(NEXT)) {
            statement.setString(1, line.lineId());
            statement.setInt(2, line.served());
            statement.setString(3, line.due().line.name().toLowerCase(Locale.ROOT));
            statement.setInt(4, most);
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }
}
