package org.gongxue.reward.entitlement.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.Standing;

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
    public void reset(Connection c) throws SQLException {
        try (var truncate = c.createStatement()) {
            truncate.execute("TRUNCATE entitlement, entitlement_step, payment_attempt");
        }
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
            case EntitlementOpened e -> rows.open(e, index);
            case EntitlementAssessed e -> {
                rows.assess(
                        e,
                        text(e.conditions()),
                        text(e.missing()),
                        e.computation() == null ? null : text(e.computation()));
                if (e.result() == AssessmentResult.PENDING) {
                    rows.step(e.entitlementId(), index, Standing.PENDING, on);
                }
            }
            case EntitlementRefused e -> {
                rows.refuse(e.entitlementId(), text(e.reasons()));
                rows.step(e.entitlementId(), index, Standing.REFUSED, on);
            }
            case EntitlementWaitlisted e -> {
                rows.waitlist(e);
                rows.step(e.entitlementId(), index, Standing.WAITLISTED, on);
            }
            case EntitlementHeld e -> {
                rows.hold(e.entitlementId());
                rows.step(e.entitlementId(), index, Standing.PENDING, on);
            }
            case EntitlementApproved e -> stand(rows, e.entitlementId(), Standing.APPROVED, index, on);
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

    private static void stand(EntitlementRows rows, String id, Standing standing, long index, LocalDate on)
            throws SQLException {
        rows.stand(id, standing);
        rows.step(id, index, standing, on);
    }

    private String text(Object records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what events hold is plain records", e);
        }
    }
}
