package org.gongxue.reward.recovery;

import java.util.Objects;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.reward.PaymentLineRevoked;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.PaymentAttempt;
import org.gongxue.reward.entitlement.TakingBack;
import org.gongxue.reward.fact.OutcomeFacts;
import org.gongxue.reward.payment.BatchStage;
import org.gongxue.reward.payment.BatchState;
import org.gongxue.reward.payment.Batches;

/**
 * An outcome was found false: the place of what was opened on it is free at once, what is not paid is cancelled, what is
 * paid has to come back. A batch that nobody approved yet cannot be approved any more; of one whose file was not written
 * yet the line is taken out; what is at the bank waits for its answer, and is cancelled or recovered then
 * ({@code BankResults}).
 */
final class WhenAnOutcomeIsRevokedThenTakeBack {

    private final View view;
    private final Input input;
    private final OutcomeRevoked revoked;
    private final Granting granting;
    private final TakingBack takingBack;

    private WhenAnOutcomeIsRevokedThenTakeBack(View view, Input input, OutcomeRevoked revoked) {
        this.view = view;
        this.input = input;
        this.revoked = revoked;
        this.granting = new Granting(view);
        this.takingBack = new TakingBack(granting);
    }

    static Decision decide(View view, RevokeEntitlements command) {
        var input = Objects.requireNonNull(view.context().input(), "revoked by an input alone");
        var policy = new WhenAnOutcomeIsRevokedThenTakeBack(view, input, (OutcomeRevoked) input.event());
        policy.granting.add(NewEvent.input(command.outcome()));
        view.state(OutcomeFacts.FACTS, command.outcome().id()).awaiting().stream()
                .map(id -> view.state(Entitlements.ENTITLEMENT, id))
                .filter(state -> state.revokedFor() == null)
                .forEach(policy::takeBack);
        return Decision.accepted(policy.granting.events());
    }

    private void takeBack(EntitlementState state) {
        switch (state.stage()) {
            case NONE, REFUSED, EXPIRED, CANCELLED -> {}
            case PENDING, WAITLISTED, HELD -> cancel(revoke(state));
            case APPROVED, RETURNED -> {
                if (Batches.isFree(view, state)) {
                    cancel(revoke(state));
                } else {
                    takeOutOf(Objects.requireNonNull(state.attempt(), "lies in a batch"), revoke(state));
                }
            }
            case PAID -> takingBack.orderRecovery(revoke(state), TakingBack.REVOKED, TakingBack.SERVICE);
            case RECOVERING, RECOVERED -> revoke(state);
        }
    }

    private void takeOutOf(PaymentAttempt attempt, EntitlementState state) {
        var batch = view.state(Batches.BATCH, attempt.batchId());
        if (batch.exports() > 0) {
            return; // the bank's answer decides
        }
        if (batch.stage() == BatchStage.APPROVED) {
            cancel(takingBack.neverSent(
                    state, attempt, BusinessCalendar.today(view), BusinessCalendar.occurredAt(view)));
        } else {
            cancel(state);
        }
        if (batch.stage() == BatchStage.APPROVED || batch.revokedLines().size() < BatchState.REVOKED_LINES_MAX) {
            granting.add(NewEvent.of(
                    Batches.BATCH.id(attempt.batchId()),
                    new PaymentLineRevoked(attempt.batchId(), attempt.line(), state.entitlementId())));
        }
    }

    private EntitlementState revoke(EntitlementState state) {
        return takingBack.revoke(state, revoked.reasonCode(), input.source(), input.index());
    }

    private void cancel(EntitlementState state) {
        takingBack.cancel(state, TakingBack.REVOKED, TakingBack.SERVICE);
    }
}
