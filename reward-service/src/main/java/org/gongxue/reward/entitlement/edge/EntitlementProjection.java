package org.gongxue.reward.entitlement.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentReturned;
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
            case EntitlementApproved e -> {
                rows.stand(e.entitlementId(), Standing.APPROVED);
                rows.step(e.entitlementId(), index, Standing.APPROVED, on);
            }
            case PaymentDrafted e -> rows.draft(e, on);
            case PaymentBatchApproved e -> rows.sendBatch(e.batchId(), index, on);
            case PaymentConfirmed e -> {
                rows.stand(e.entitlementId(), Standing.PAID);
                rows.settle(e.paymentNumber(), "paid", e.paidOn(), e.bankReference(), null);
                rows.step(e.entitlementId(), index, Standing.PAID, on);
            }
            case PaymentReturned e -> {
                rows.stand(e.entitlementId(), Standing.RETURNED);
                rows.settle(e.paymentNumber(), "returned", e.returnedOn(), e.bankReference(), e.failureCode());
                rows.step(e.entitlementId(), index, Standing.RETURNED, on);
            }
            default -> {}
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
