package org.gongxue.reward.entitlement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementRevoked;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.reward.entitlement.EntitlementState.Waiting;

/** How an entitlement follows from its events. An event that cannot follow is a fault and is thrown, never passed over. */
public final class Entitlements {

    /** Entitlements by id. */
    public static final StreamType<EntitlementState> ENTITLEMENT =
            StreamType.of("entitlement", EntitlementState.class, 3, EntitlementState.NONE, Entitlements::evolve);

    private Entitlements() {}

    /** A stream and those of entitlements, in this order. */
    public static Set<StreamId> with(StreamId first, Collection<String> entitlementIds) {
        var streams = new LinkedHashSet<StreamId>();
        streams.add(first);
        entitlementIds.forEach(id -> streams.add(ENTITLEMENT.id(id)));
        return streams;
    }

    private static EntitlementState evolve(EntitlementState state, Object event) {
        return switch ((EntitlementEvent) event) {
            case EntitlementOpened e -> {
                from(state, event, Stage.NONE);
                yield new EntitlementState(
                        Stage.PENDING,
                        e.entitlementId(),
                        e.policyId(),
                        e.policyVersion(),
                        e.learnerId(),
                        e.basis(),
                        e.unitId(),
                        e.businessKeys(),
                        0,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
            }
            case EntitlementAssessed e ->
                from(state, event, Stage.PENDING, Stage.WAITLISTED, Stage.HELD, Stage.APPROVED)
                        .owing(e.amountFen(), e.quotaCell(), e.shares());
            case EntitlementRefused _ ->
                from(state, event, Stage.PENDING, Stage.HELD).at(Stage.REFUSED);
            case EntitlementWaitlisted e ->
                from(state, event, Stage.PENDING, Stage.WAITLISTED)
                        .waiting(new Waiting(e.line(), e.lineId(), e.position()));
            case EntitlementExpired _ -> from(state, event, Stage.WAITLISTED).at(Stage.EXPIRED);
            case EntitlementRevoked e -> standing(state, event).revoked(e.reasonCode());
            case EntitlementHeld _ ->
                from(state, event, Stage.PENDING, Stage.WAITLISTED, Stage.HELD, Stage.APPROVED)
                        .at(Stage.HELD);
            case EntitlementApproved _ ->
                from(state, event, Stage.PENDING, Stage.WAITLISTED, Stage.HELD, Stage.APPROVED)
                        .at(Stage.APPROVED);
            case PaymentDrafted e -> {
                from(state, event, Stage.APPROVED, Stage.RETURNED);
                yield state.attempting(
                        state.stage(),
                        new PaymentAttempt(
                                e.batchId(),
                                e.line(),
                                e.paymentNumber(),
                                e.attempt(),
                                e.payeeVersion(),
                                Settlement.OPEN,
                                null));
            }
            case PaymentConfirmed e -> {
                from(state, event, Stage.APPROVED, Stage.RETURNED);
                yield state.attempting(
                        Stage.PAID, attempt(state, e.paymentNumber()).confirmed(e.bankReference()));
            }
            case PaymentReturned e -> {
                from(state, event, Stage.APPROVED, Stage.RETURNED, Stage.PAID);
                yield state.attempting(
                        Stage.RETURNED, attempt(state, e.paymentNumber()).returned());
            }
            case EntitlementCancelled _ ->
                from(state, event, Stage.PENDING, Stage.HELD, Stage.WAITLISTED, Stage.APPROVED, Stage.RETURNED)
                        .at(Stage.CANCELLED);
            case RecoveryOrdered e -> from(state, event, Stage.PAID).recovering(e.orderedBy());
            case RecoveryReceived _ -> from(state, event, Stage.RECOVERING).at(Stage.RECOVERED);
        };
    }

    private static PaymentAttempt attempt(EntitlementState state, String paymentNumber) {
        var attempt = state.attempt();
        if (attempt == null || !attempt.paymentNumber().equals(paymentNumber)) {
            throw new IllegalStateException(state.entitlementId() + " has no open attempt " + paymentNumber);
        }
        return attempt;
    }

    private static EntitlementState standing(EntitlementState state, Object event) {
        if (state.stage() == Stage.NONE || state.revokedFor() != null) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " cannot follow " + state.stage()
                    + " of " + state.entitlementId());
        }
        return state;
    }

    private static EntitlementState from(EntitlementState state, Object event, Stage first, Stage... others) {
        if (!EnumSet.of(first, others).contains(state.stage())) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " cannot follow " + state.stage()
                    + " of " + state.entitlementId());
        }
        return state;
    }
}
