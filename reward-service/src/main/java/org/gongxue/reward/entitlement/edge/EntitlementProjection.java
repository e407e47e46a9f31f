package org.gongxue.reward.entitlement.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementRevoked;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.quota.QuotaCells;

/** Entitlements with their steps and payment attempts. */
@Singleton
class EntitlementProjection implements Projection {

    private final ObjectMapper json;

    EntitlementProjection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "entitlements";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("entitlement", "entitlement_step", "payment_attempt");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var rows = new EntitlementRows(c)) {
            for (var recorded : events) {
                apply(rows, recorded);
            }
            rows.flush();
        }
    }

    private void apply(EntitlementRows rows, Recorded recorded) throws SQLException {
        var index = recorded.index();
        var on = BusinessCalendar.shanghaiDate(recorded.occurredAt());
        switch (recorded.event()) {
            case EntitlementOpened e -> {
                var row = rows.of(e.entitlementId());
                row.opened = e;
                row.openedIndex = index;
                row.year = on.getYear();
            }
            case EntitlementAssessed e -> {
                assess(rows.of(e.entitlementId()), e);
                if (e.result() == AssessmentResult.PENDING) {
                    rows.step(e.entitlementId(), index, Standing.PENDING, on, null);
                }
            }
            case EntitlementRefused e -> {
                rows.of(e.entitlementId()).reasons = text(e.reasons());
                stand(rows, e.entitlementId(), Standing.REFUSED, index, on);
            }
            case EntitlementWaitlisted e -> {
                var line = e.line().name().toLowerCase(Locale.ROOT);
                var row = rows.of(e.entitlementId());
                row.inLine = new EntitlementChange.InLine(line, e.lineId(), e.position(), on);
                row.stand(Standing.WAITLISTED, false);
                rows.step(e.entitlementId(), index, Standing.WAITLISTED, on, line);
            }
            case EntitlementHeld e -> {
                rows.of(e.entitlementId()).stand(Standing.PENDING, true);
                rows.step(e.entitlementId(), index, Standing.PENDING, on, null);
            }
            case EntitlementApproved e -> stand(rows, e.entitlementId(), Standing.APPROVED, index, on);
            case EntitlementExpired e -> stand(rows, e.entitlementId(), Standing.EXPIRED, index, on);
            case EntitlementRevoked e ->
                rows.of(e.entitlementId()).revoked = new EntitlementChange.Revoked(e.reasonCode(), on);
            case PaymentDrafted e -> rows.draft(e, on);
            case PaymentBatchApproved e -> rows.sendBatch(e.batchId(), index, on);
            case PaymentConfirmed e -> {
                rows.settle(e.paymentNumber(), "paid", e.paidOn(), e.bankReference(), null);
                stand(rows, e.entitlementId(), Standing.PAID, index, on);
            }
            case PaymentReturned e -> {
                rows.settle(e.paymentNumber(), "returned", e.returnedOn(), e.bankReference(), e.failureCode());
                stand(rows, e.entitlementId(), Standing.RETURNED, index, on);
            }
            case EntitlementCancelled e -> stand(rows, e.entitlementId(), Standing.CANCELLED, index, on);
            case RecoveryOrdered e -> stand(rows, e.entitlementId(), Standing.RECOVERING, index, on);
            case RecoveryReceived e -> stand(rows, e.entitlementId(), Standing.RECOVERED, index, on);
            default -> {}
        }
    }

    private void assess(EntitlementChange row, EntitlementAssessed e) {
        var cell = e.quotaCell();
        row.assessed = new EntitlementChange.Assessed(
                text(e.conditions()),
                text(e.missing()),
                e.computation() == null ? null : text(e.computation()),
                e.amountFen(),
                e.shares(),
                text(e.shares()),
                e.group(),
                cell == null ? null : QuotaCells.cellId(cell));
        if (cell != null) {
            row.year = cell.year();
        } else if (!e.shares().isEmpty()) {
            row.year = year(e.shares().getFirst().fundId());
        }
    }

    /** The year a fund's id ends with. */
    private static int year(String fundId) {
        return Integer.parseInt(fundId.substring(fundId.lastIndexOf('-') + 1));
    }

    private static void stand(EntitlementRows rows, String id, Standing standing, long index, LocalDate on)
            throws SQLException {
        rows.of(id).stand(standing, false);
        rows.step(id, index, standing, on, null);
    }

    private String text(Object records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what events hold is plain records", e);
        }
    }
}
