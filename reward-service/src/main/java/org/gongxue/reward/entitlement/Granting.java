package org.gongxue.reward.entitlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.ledger.FundBook;
import org.gongxue.reward.ledger.FundBook.Cause;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.Approval;
import org.gongxue.reward.policy.PolicyDocument.Shortfall;

/** What an assessment leads to: refusal, money set aside and owed, or a place in line. Lives as long as one decision. */
public final class Granting {

    private final View view;
    private final List<NewEvent> events = new ArrayList<>();
    private final Map<String, FundBook> books = new LinkedHashMap<>();

    /** Starts with what the decision has to say before. */
    public Granting(View view) {
        this.view = view;
    }

    /** An event of the decision. */
    public void add(NewEvent event) {
        events.add(event);
    }

    /** An event on the entitlement's own stream. */
    public void add(String entitlementId, EntitlementEvent event) {
        events.add(NewEvent.of(Entitlements.ENTITLEMENT.id(entitlementId), event));
    }

    /** Everything the decision says, in order: entitlements first, then each fund's book. */
    public List<NewEvent> events() {
        var all = new ArrayList<>(events);
        books.values().forEach(book -> all.addAll(book.events()));
        return all;
    }

    /** The book of a fund, the same one all through the decision. */
    public FundBook book(String fundId) {
        return books.computeIfAbsent(fundId, id -> FundBook.of(view, id));
    }

    /**
     * Records an assessment and what follows from it. {@code keys} are the business facts of the entitlement and
     * {@code claimed} says whether it holds them already.
     */
    public void settle(
            String entitlementId, PolicyDocument policy, Assessment assessment, List<String> keys, boolean claimed) {
        add(entitlementId, assessed(entitlementId, policy, assessment));
        switch (assessment) {
            case Assessment.Refused refused ->
                refuse(entitlementId, refused.reasons(), policy.policyId(), claimed ? keys : List.of());
            case Assessment.Pending _ -> claim(entitlementId, keys, claimed);
            case Assessment.Owed owed -> grant(entitlementId, policy, owed, keys, claimed);
        }
    }

    /**
     * Owes what later facts come to, approved anew as the policy says. More than the fund has is not taken: then it stays
     * as it was.
     */
    void amend(EntitlementState state, PolicyDocument policy, Assessment.Owed owed) {
        var id = state.entitlementId();
        var amountFen = owed.computation().amountFen();
        var moreFen = amountFen - state.amountFen();
        var book = book(state.fund());
        var waits = state.stage() == Stage.WAITLISTED;
        if (moreFen == 0
                || amountFen <= 0
                || !owed.fundId().equals(state.fund())
                || (!waits && moreFen > 0 && !book.covers(moreFen))) {
            return;
        }
        add(id, assessed(id, policy, owed));
        if (waits) {
            return;
        }
        var cause = Cause.entitlement(id, policy.policyId(), policy.version());
        if (state.stage() == Stage.APPROVED) {
            book.cancel(cause, state.amountFen());
        } else {
            book.release(cause, state.amountFen());
        }
        reserve(id, policy, state.fund(), amountFen);
    }

    /** Refuses and frees the business facts it held. */
    public void refuse(String entitlementId, List<EntitlementReason> reasons, String by, List<String> heldKeys) {
        add(entitlementId, new EntitlementRefused(entitlementId, reasons, by));
        heldKeys.forEach(
                key -> add(NewEvent.of(BusinessKeys.KEY.id(key), new BusinessKeyReleased(key, entitlementId))));
    }

    /** Sets the money aside and, when nobody else has to approve, owes it. The fund must have it. */
    public void reserve(String entitlementId, PolicyDocument policy, String fundId, long amountFen) {
        var cause = Cause.entitlement(entitlementId, policy.policyId(), policy.version());
        book(fundId).hold(cause, amountFen);
        switch (policy.approval()) {
            case Approval.AUTOMATIC -> approve(entitlementId, cause, fundId, amountFen, policy.policyId());
            case Approval.OFFICER -> add(entitlementId, new EntitlementHeld(entitlementId, fundId, amountFen));
        }
    }

    /** Approved is owed: from held to payable. */
    public void approve(String entitlementId, Cause cause, String fundId, long amountFen, String by) {
        book(fundId).owe(cause, amountFen);
        add(entitlementId, new EntitlementApproved(entitlementId, fundId, amountFen, by));
    }

    private void grant(
            String entitlementId, PolicyDocument policy, Assessment.Owed owed, List<String> keys, boolean claimed) {
        var amountFen = owed.computation().amountFen();
        var book = book(owed.fundId());
        if (book.covers(amountFen)) {
            claim(entitlementId, keys, claimed);
            reserve(entitlementId, policy, owed.fundId(), amountFen);
        } else if (policy.shortfall() == Shortfall.WAITLIST) {
            claim(entitlementId, keys, claimed);
            var position = book.join(entitlementId);
            add(entitlementId, new EntitlementWaitlisted(entitlementId, WaitingLine.FUND, owed.fundId(), position));
        } else {
            var reason = new EntitlementReason("FUND_SHORT", "fund", "fund", owed.fundId(), null, null, null);
            refuse(entitlementId, List.of(reason), policy.policyId(), claimed ? keys : List.of());
        }
    }

    private void claim(String entitlementId, List<String> keys, boolean claimed) {
        if (!claimed) {
            keys.forEach(key -> add(NewEvent.of(BusinessKeys.KEY.id(key), new BusinessKeyClaimed(key, entitlementId))));
        }
    }

    private static EntitlementAssessed assessed(String id, PolicyDocument policy, Assessment assessment) {
        var policyId = policy.policyId();
        var version = policy.version();
        var assessor = policy.assessor();
        return switch (assessment) {
            case Assessment.Refused a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.REFUSED,
                        a.conditions(),
                        List.of(),
                        a.reasons(),
                        null,
                        null,
                        List.of(),
                        0,
                        null);
            case Assessment.Pending a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.PENDING,
                        a.conditions(),
                        a.missing(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        0,
                        null);
            case Assessment.Owed a ->
                new EntitlementAssessed(
                        id,
                        policyId,
                        version,
                        assessor,
                        AssessmentResult.OWED,
                        a.conditions(),
                        List.of(),
                        List.of(),
                        a.group(),
                        a.quotaCell(),
                        a.shares(),
                        a.computation().amountFen(),
                        a.computation());
        };
    }
}
