package org.gongxue.reward.quota.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.QuotaCellEvent;
import org.gongxue.events.reward.QuotaConfirmed;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaProposed;
import org.gongxue.events.reward.QuotaRejected;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.jspecify.annotations.Nullable;

/**
 * Places of quota cells, and their proposals. What a run of events changes of a cell is written once; the table checks
 * what stands at its end (invariant 5).
 */
@Singleton
class QuotaProjection implements Projection {

    private static final String CELL = """
            INSERT INTO quota_cell (cell_id, policy_id, year, unit_id, group_name) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (cell_id) DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE quota_cell SET places = coalesce(?, places), used = used + ?,
                waitlist_last = coalesce(?, waitlist_last), waitlist_served = coalesce(?, waitlist_served),
                last_index = ?
            WHERE cell_id = ?
            """;
    private static final String KEEP = """
            INSERT INTO quota_moment SELECT cell_id, last_index, places, used, waitlist_last, waitlist_served
            FROM quota_cell WHERE cell_id = ? ON CONFLICT (cell_id, index) DO NOTHING
            """;
    private static final String PROPOSE = """
            INSERT INTO quota_proposal (policy_id, year, number, policy_version, reason_code, digest, cells, state,
                proposed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, 'proposed', ?)
            """;
    private static final String SETTLE =
            "UPDATE quota_proposal SET state = ?, settled_by = ? WHERE policy_id = ? AND year = ? AND number = ?";

    /** A cell is kept as of about every so many of its events. */
    private static final int MOMENT_EVERY = 512;

    /** What a run of events says of one cell; absent is unchanged. */
    private static final class Change {
        private final QuotaCell cell;
        private @Nullable Integer places;
        private int used;
        private @Nullable Integer last;
        private @Nullable Integer served;
        private boolean mayBeFirst;
        private boolean isMoment;
        private long lastIndex;

        Change(QuotaCell cell) {
            this.cell = cell;
        }

        void add(QuotaCellEvent event, long index, int version) {
            isMoment |= version % MOMENT_EVERY == 0;
            lastIndex = index;
            switch (event) {
                case PlacesAllotted e -> {
                    places = e.places();
                    mayBeFirst = true;
                }
                case QuotaPlaceTaken _ -> used++;
                case QuotaPlaceFreed _ -> used--;
                case QuotaWaitlistJoined e -> {
                    last = e.position();
                    mayBeFirst |= e.position() == 1;
                }
                case QuotaWaitlistServed e -> served = e.throughPosition();
            }
        }
    }

    private final ObjectMapper json;

    QuotaProjection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "quotas";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("quota_cell", "quota_moment", "quota_proposal");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        var changes = new LinkedHashMap<String, Change>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case QuotaCellEvent e ->
                    changes.computeIfAbsent(recorded.stream().id(), _ -> new Change(e.cell()))
                            .add(e, recorded.index(), recorded.version());
                case QuotaProposed e -> propose(c, e);
                case QuotaConfirmed e -> settle(c, "confirmed", e.confirmedBy(), e.policyId(), e.year(), e.number());
                case QuotaRejected e -> settle(c, "rejected", e.rejectedBy(), e.policyId(), e.year(), e.number());
                default -> {}
            }
        }
        if (!changes.isEmpty()) {
            write(c, changes);
        }
    }

    private static void write(Connection c, Map<String, Change> changes) throws SQLException {
        try (var insert = c.prepareStatement(CELL);
                var update = c.prepareStatement(CHANGE);
                var keep = c.prepareStatement(KEEP)) {
            for (var entry : changes.entrySet()) {
                var change = entry.getValue();
                if (change.isMoment) {
                    keep.setString(1, entry.getKey());
                    keep.addBatch();
                }
                if (change.mayBeFirst) {
                    insert(insert, entry.getKey(), change.cell);
                }
                update.setObject(1, change.places);
                update.setInt(2, change.used);
                update.setObject(3, change.last);
                update.setObject(4, change.served);
                update.setLong(5, change.lastIndex);
                update.setString(6, entry.getKey());
                update.addBatch();
            }
            insert.executeBatch();
            update.executeBatch();
            keep.executeBatch();
        }
    }

    private static void insert(PreparedStatement insert, String cellId, QuotaCell cell) throws SQLException {
        insert.setString(1, cellId);
        insert.setString(2, cell.policyId());
        insert.setInt(3, cell.year());
        insert.setString(4, cell.unitId());
        insert.setString(5, cell.group());
        insert.addBatch();
    }

    private void propose(Connection c, QuotaProposed e) throws SQLException {
        try (var insert = c.prepareStatement(PROPOSE)) {
            insert.setString(1, e.policyId());
            insert.setInt(2, e.year());
            insert.setInt(3, e.number());
            insert.setInt(4, e.policyVersion());
            insert.setString(5, e.reasonCode());
            insert.setString(6, e.digest());
            insert.setString(7, text(e.cells()));
            insert.setString(8, e.proposedBy());
            insert.executeUpdate();
        }
    }

    private static void settle(Connection c, String state, String by, String policyId, int year, int number)
            throws SQLException {
        try (var update = c.prepareStatement(SETTLE)) {
            update.setString(1, state);
            update.setString(2, by);
            update.setString(3, policyId);
            update.setInt(4, year);
            update.setInt(5, number);
            update.executeUpdate();
        }
    }

    private String text(Object records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what events hold is plain records", e);
        }
    }
}
