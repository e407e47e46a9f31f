package org.gongxue.reward.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementRevoked;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;

/**
 * What takes an entitlement back: its place, its money and its business facts go back where they came from, each as far as
 * it holds it. Writes in the decision's {@link Granting}; every step gives the state it leaves.
 */
public final class TakingBack {

    /** Why something is taken back whose basis was revoked. */
    public static final String REVOKED = "REVOKED";

    /** Who takes it back when nobody was asked. */
    public static final String SERVICE = "service:reward";

    private final Granting granting;

    /** Writes in this decision. */
    public TakingBack(Granting granting) {
        this.granting = granting;
    }

    /** An officer refuses what was set aside. */
    EntitlementState refuse(EntitlementState state, EntitlementReason reason, String by) {
        var after = write(state, new EntitlementRefused(state.entitlementId(), List.of(reason), by));
        giveBack(state, after, reason.code());
        granting.books().release(Granting.cause(state), state.shares());
        return after;
    }

    /** 取消: nothing was paid and nothing will be. What lies in a batch that may still be paid is not for this. */
    public EntitlementState cancel(EntitlementState state, String reasonCode, String by) {
        var after = write(state, new EntitlementCancelled(state.entitlementId(), reasonCode, by));
        giveBack(state, after, reasonCode);
        switch (state.stage()) {
            case HELD -> granting.books().release(Granting.cause(state), state.shares());
            case APPROVED, RETURNED -> granting.books().cancel(Granting.cause(state), state.shares());
            case PENDING, WAITLISTED -> {} // no money is set aside yet
            case NONE, REFUSED, PAID, RECOVERING, RECOVERED, EXPIRED, CANCELLED ->
                throw new IllegalStateException(state.stage() + " is not cancelled");
        }
        return after;
    }

    /** 过期: the year ended before a place became free. */
    public EntitlementState expire(EntitlementState state, LocalDate on) {
        var after = write(state, new EntitlementExpired(state.entitlementId(), on));
        giveBack(state, after, "EXPIRED");
        return after;
    }

    /** 依据撤销: the fact it was opened on does not stand; the place is free at once. */
    public EntitlementState revoke(EntitlementState state, String reasonCode, String source, long sourceIndex) {
        var after = write(state, new EntitlementRevoked(state.entitlementId(), reasonCode, source, sourceIndex));
        giveBack(state, after, reasonCode);
        return after;
    }

    /** It was on its way in a batch whose file nobody has written yet: it never leaves. */
    public EntitlementState neverSent(EntitlementState state, PaymentAttempt attempt, LocalDate on, Instant at) {
        granting.books().takeBack(Granting.cause(state), LedgerAccount.IN_TRANSIT, state.shares(), at);
        return write(
                state,
                new PaymentReturned(
                        state.entitlementId(),
                        attempt.batchId(),
                        attempt.line(),
                        attempt.paymentNumber(),
                        attempt.number(),
                        state.amountFen(),
                        REVOKED,
                        null,
                        on));
    }

    /** 应收: what was paid has to come back. */
    public EntitlementState orderRecovery(EntitlementState state, String reasonCode, String by) {
        var after = write(state, new RecoveryOrdered(state.entitlementId(), state.amountFen(), reasonCode, by));
        giveBack(state, after, reasonCode);
        granting.books().claim(Granting.cause(state), state.shares());
        return after;
    }

    /** 追回: it came back. Its business facts are rewarded no second time, unless what it was paid for was revoked. */
    public EntitlementState receive(EntitlementState state, String bankReference, LocalDate on, String by) {
        var after = write(state, new RecoveryReceived(state.entitlementId(), state.amountFen(), bankReference, on, by));
        giveBack(state, after, "RECOVERED");
        granting.books().recover(Granting.cause(state), state.shares());
        return after;
    }

    private EntitlementState write(EntitlementState state, EntitlementEvent event) {
        granting.add(state.entitlementId(), event);
        return Entitlements.ENTITLEMENT.evolve(state, event);
    }

    /** What it held before and holds no more. */
    private void giveBack(EntitlementState before, EntitlementState after, String reasonCode) {
        if (before.keysHeld() && !after.keysHeld()) {
            granting.release(before.entitlementId(), before.businessKeys());
        }
        if (before.quotaCell() != null && before.placeHeld() && !after.placeHeld()) {
            granting.cell(before.quotaCell()).free(before.entitlementId(), reasonCode);
        }
    }
}
