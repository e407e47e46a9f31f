package org.gongxue.reward.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.FundBook;
import org.gongxue.reward.ledger.FundBook.Cause;
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
        var book = state.fundId() == null ? Optional.<FundBook>empty() : Optional.of(FundBook.of(view, state.fund()));
        switch (state.stage()) {
            case PENDING, WAITLISTED -> {}
            case HELD -> book.ifPresent(b -> b.release(cause(state), state.amountFen()));
            case APPROVED, RETURNED -> {
                if (!Batches.isFree(view, state)) {
                    return Decision.refused(wrong(state, "approved"));
                }
                book.ifPresent(b -> b.cancel(cause(state), state.amountFen()));
            }
            case NONE, REFUSED, PAID, RECOVERING, RECOVERED, EXPIRED, CANCELLED -> {
                return Decision.refused(wrong(state, "approved"));
            }
        }
        var events = new ArrayList<NewEvent>();
        events.add(
                on(state, new EntitlementCancelled(state.entitlementId(), command.reasonCode(), Staff.subject(view))));
        for (var key : state.businessKeys()) {
            view.state(BusinessKeys.KEY, key);
            events.add(NewEvent.of(BusinessKeys.KEY.id(key), new BusinessKeyReleased(key, state.entitlementId())));
        }
        book.ifPresent(b -> events.addAll(b.events()));
        return answered(state, Standing.CANCELLED, events);
    }

    private static Decision order(View view, EntitlementState state, OrderRecovery command) {
        if (state.stage() != Stage.PAID) {
            return Decision.refused(wrong(state, "paid"));
        }
        var book = FundBook.of(view, state.fund());
        book.claim(cause(state), state.amountFen());
        var ordered = new RecoveryOrdered(
                state.entitlementId(), state.amountFen(), command.reasonCode(), Staff.subject(view));
        return answered(state, Standing.RECOVERING, with(on(state, ordered), book));
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
        var book = FundBook.of(view, state.fund());
        book.recover(cause(state), state.amountFen());
        var received = new RecoveryReceived(
                state.entitlementId(), state.amountFen(), command.bankReference(), command.on(), Staff.subject(view));
        return answered(state, Standing.RECOVERED, with(on(state, received), book));
    }

    private static List<NewEvent> with(NewEvent event, FundBook book) {
        var events = new ArrayList<NewEvent>();
        events.add(event);
        events.addAll(book.events());
        return events;
    }

    private static NewEvent on(EntitlementState state, EntitlementEvent event) {
        return NewEvent.of(Entitlements.ENTITLEMENT.id(state.entitlementId()), event);
    }

    private static Cause cause(EntitlementState state) {
        return Cause.entitlement(state.entitlementId(), state.policyId(), state.policyVersion());
    }

    private static Refusal wrong(EntitlementState state, String needed) {
        return Refusal.conflict(
                "ENTITLEMENT_STAGE", "state", Standing.of(state, false).word(), needed);
    }

    private static Decision answered(EntitlementState state, Standing standing, List<NewEvent> events) {
        return Decision.accepted(
                List.copyOf(events), new RecoveryAnswer(state.entitlementId(), standing.word(), state.amountFen()));
    }
}
