package org.gongxue.reward.recovery;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.entitlement.TakingBack;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.RecoveryAnswer;

/** Decides about cancellations by an administrator, and recoveries ordered by one person and received by another. */
final class RecoveryDecider {

    private RecoveryDecider() {}

    static Decision decide(View view, RecoveryCommand command) {
        var forbidden = switch (command) {
            case CancelEntitlement _, OrderRecovery _ -> Staff.mayAct(view, StaffRole.ADMINISTRATOR);
            case ReceiveRecovery _ -> Staff.mayAct(view, StaffRole.FINANCE);
        };
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        var state = view.state(Entitlements.ENTITLEMENT, command.entitlementId());
        if (state.stage() == Stage.NONE) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "entitlementId", command.entitlementId()));
        }
        return switch (command) {
            case CancelEntitlement c -> cancel(view, state, c);
            case OrderRecovery c -> order(view, state, c);
            case ReceiveRecovery c -> receive(view, state, c);
        };
    }

    private static Decision cancel(View view, EntitlementState state, CancelEntitlement command) {
        var possible = switch (state.stage()) {
            case PENDING, WAITLISTED, HELD -> true;
            case APPROVED, RETURNED -> Batches.isFree(view, state);
            case NONE, REFUSED, PAID, RECOVERING, RECOVERED, EXPIRED, CANCELLED -> false;
        };
        if (!possible) {
            return Decision.refused(wrong(state, "approved"));
        }
        var granting = new Granting(view);
        new TakingBack(granting).cancel(state, command.reasonCode(), Staff.subject(view));
        return answered(state, Standing.CANCELLED, granting);
    }

    private static Decision order(View view, EntitlementState state, OrderRecovery command) {
        if (state.stage() != Stage.PAID) {
            return Decision.refused(wrong(state, "paid"));
        }
        var granting = new Granting(view);
        new TakingBack(granting).orderRecovery(state, command.reasonCode(), Staff.subject(view));
        return answered(state, Standing.RECOVERING, granting);
    }

    private static Decision receive(View view, EntitlementState state, ReceiveRecovery command) {
        if (state.stage() != Stage.RECOVERING) {
            return Decision.refused(wrong(state, "recovering"));
        }
        if (Staff.subject(view).equals(state.recoveryOrderedBy())) {
            return Decision.refused(Staff.makerIsChecker());
        }
        var today = BusinessCalendar.today(view);
        if (command.on().isAfter(today)) {
            return Decision.refused(
                    Refusal.invalid("DATE_IN_FUTURE", "on", command.on().toString(), "<= " + today));
        }
        var granting = new Granting(view);
        new TakingBack(granting).receive(state, command.bankReference(), command.on(), Staff.subject(view));
        return answered(state, Standing.RECOVERED, granting);
    }

    private static Refusal wrong(EntitlementState state, String needed) {
        return Refusal.conflict(
                "ENTITLEMENT_STAGE", "state", Standing.of(state, false).word(), needed);
    }

    private static Decision answered(EntitlementState state, Standing standing, Granting granting) {
        return Decision.accepted(
                granting.events(), new RecoveryAnswer(state.entitlementId(), standing.word(), state.amountFen()));
    }
}
