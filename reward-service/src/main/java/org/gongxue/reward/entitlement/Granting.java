package org.gongxue.reward.entitlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.ledger.FundBook.Cause;
import org.gongxue.reward.ledger.FundBooks;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.Approval;
import org.gongxue.reward.policy.PolicyDocument.Shortfall;
import org.gongxue.reward.quota.QuotaBook;
import org.gongxue.reward.quota.QuotaCells;

/**
 * What an assessment leads to: refusal, or a place first and then the money, or a position in the line for the one or the
 * other. Lives as long as one decision.
 */
public final class Granting {

    private final View view;
    private final List<NewEvent> events = new ArrayList<>();
    private final Map<QuotaCell, QuotaBook> cells = new LinkedHashMap<>();
    private final Map<String, String> claimed = new HashMap<>();
    private final FundBooks books;

    /** Nothing is decided yet. */
    public Granting(View view) {
        this.view = view;
        this.books = new FundBooks(view);
    }

    /** An event of the decision. */
    public void add(NewEvent event) {
        events.add(event);
    }

    /** An event on the entitlement's own stream. */
    public void add(String entitlementId, EntitlementEvent event) {
        events.add(NewEvent.of(Entitlements.ENTITLEMENT.id(entitlementId), event));
    }

    /** Everything the decision says, in order: entitlements first, then each cell's book, then each fund's. */
    public List<NewEvent> events() {
        var all = new ArrayList<>(events);
        cells.values().forEach(cell -> all.addAll(cell.events()));
        all.addAll(books.events());
        return all;
    }

    /** The books of the funds, the same ones all through the decision. */
    public FundBooks books() {
        return books;
    }

    /** The book of a quota cell, the same one all through the decision. */
    public QuotaBook cell(QuotaCell cell) {
        return cells.computeIfAbsent(cell, which -> QuotaBook.of(view, which));
    }

    /**
     * Records an assessment and what follows from it. {@code keys} are the business facts of the entitlement and
     * {@code claimed} says whether it holds them already.
     */
    void settle(
            String entitlementId, PolicyDocument policy, Assessment assessment, List<String> keys, boolean claimed) {
        add(entitlementId, Assessed.of(entitlementId, policy, assessment));
        switch (assessment) {
            case Assessment.Refused refused ->
                refuse(entitlementId, refused.reasons(), policy.policyId(), claimed ? keys : List.of());
            case Assessment.Pending _ -> claim(entitlementId, keys, claimed);
            case Assessment.Owed owed -> grant(entitlementId, policy, owed, keys, claimed);
        }
    }

    /**
     * Owes what later facts come to, approved anew as the policy says. More than the funds have is not taken: then it
     * stays as it was. So it does when the facts now speak for another quota cell or other funds.
     */
    void amend(EntitlementState state, PolicyDocument policy, Assessment.Owed owed) {
        var id = state.entitlementId();
        var amountFen = owed.computation().amountFen();
        var waits = state.stage() == Stage.WAITLISTED;
        if (amountFen == state.amountFen()
                || amountFen <= 0
                || !Objects.equals(owed.quotaCell(), state.quotaCell())
                || !funds(owed.shares()).equals(funds(state.shares()))
                || (!waits
                        && books.firstShort(more(state.shares(), owed.shares())).isPresent())) {
            return;
        }
        add(id, Assessed.of(id, policy, owed));
        if (waits) {
            return;
        }
        if (state.stage() == Stage.APPROVED) {
            books.cancel(cause(state), state.shares());
        } else {
            books.release(cause(state), state.shares());
        }
        reserve(id, policy, owed.shares(), amountFen);
    }

    private static List<String> funds(List<FundShare> shares) {
        return shares.stream().map(FundShare::fundId).toList();
    }

    /** What each fund has to pay more than before. */
    private static List<FundShare> more(List<FundShare> before, List<FundShare> after) {
        var more = new ArrayList<FundShare>();
        for (var i = 0; i < after.size(); i++) {
            var fen = after.get(i).amountFen() - before.get(i).amountFen();
            if (fen > 0) {
                more.add(new FundShare(after.get(i).fundId(), fen));
            }
        }
        return more;
    }

    /** Refuses and frees the business facts it held. */
    void refuse(String entitlementId, List<EntitlementReason> reasons, String by, List<String> heldKeys) {
        add(entitlementId, new EntitlementRefused(entitlementId, reasons, by));
        release(entitlementId, heldKeys);
    }

    /** The business facts may be claimed again. */
    void release(String entitlementId, List<String> heldKeys) {
        for (var key : heldKeys) {
            view.state(BusinessKeys.KEY, key); // only what was read may be written
            add(NewEvent.of(BusinessKeys.KEY.id(key), new BusinessKeyReleased(key, entitlementId)));
        }
    }

    /** Approved is owed: from held to payable. */
    void approve(String entitlementId, Cause cause, List<FundShare> shares, long amountFen, String by) {
        books.owe(cause, shares);
        add(entitlementId, new EntitlementApproved(entitlementId, leading(shares), amountFen, by));
    }

    /** Who heads the line of a quota cell takes the place that is free, and then the money or a position in a fund's line. */
    public void givePlace(EntitlementState next, PolicyDocument policy) {
        var cell = Objects.requireNonNull(next.quotaCell(), "waits for a place of a cell");
        cell(cell).take(next.entitlementId());
        fund(next.entitlementId(), policy, next.shares(), next.amountFen());
    }

    /**
     * Who heads the line of a fund that has the money now is owed, or goes on to the line of another fund that lacks it or
     * lets others wait for it.
     */
    public void giveMoney(EntitlementState next, String fundId, PolicyDocument policy) {
        books.firstShort(next.shares(), fundId)
                .ifPresentOrElse(
                        lacking -> waitForMoney(next.entitlementId(), lacking.fundId()),
                        () -> reserve(next.entitlementId(), policy, next.shares(), next.amountFen()));
    }

    private void grant(
            String entitlementId, PolicyDocument policy, Assessment.Owed owed, List<String> keys, boolean claimed) {
        var cell = owed.quotaCell();
        var full = cell != null && !cell(cell).hasRoom() ? cell : null;
        var lacking = books.firstShort(owed.shares());
        if (policy.shortfall() == Shortfall.REFUSE && (full != null || lacking.isPresent())) {
            var reason =
                    full != null ? quotaFull(full) : fundShort(lacking.get().fundId());
            refuse(entitlementId, List.of(reason), policy.policyId(), claimed ? keys : List.of());
            return;
        }
        claim(entitlementId, keys, claimed);
        if (full != null) {
            waitForPlace(entitlementId, full);
            return;
        }
        if (cell != null) {
            cell(cell).take(entitlementId);
        }
        fund(entitlementId, policy, owed.shares(), owed.computation().amountFen());
    }

    private void fund(String entitlementId, PolicyDocument policy, List<FundShare> shares, long amountFen) {
        books.firstShort(shares)
                .ifPresentOrElse(
                        lacking -> waitForMoney(entitlementId, lacking.fundId()),
                        () -> reserve(entitlementId, policy, shares, amountFen));
    }

    /** Sets the money aside and, when nobody else has to approve, owes it. The funds must have it. */
    private void reserve(String entitlementId, PolicyDocument policy, List<FundShare> shares, long amountFen) {
        var cause = Cause.entitlement(entitlementId, policy.policyId(), policy.version());
        books.hold(cause, shares);
        switch (policy.approval()) {
            case Approval.AUTOMATIC -> approve(entitlementId, cause, shares, amountFen, policy.policyId());
            case Approval.OFFICER -> add(entitlementId, new EntitlementHeld(entitlementId, leading(shares), amountFen));
        }
    }

    private void waitForPlace(String entitlementId, QuotaCell cell) {
        var position = cell(cell).join(entitlementId);
        add(
                entitlementId,
                new EntitlementWaitlisted(entitlementId, WaitingLine.QUOTA, QuotaCells.cellId(cell), position));
    }

    private void waitForMoney(String entitlementId, String fundId) {
        var position = books.book(fundId).join(entitlementId);
        add(entitlementId, new EntitlementWaitlisted(entitlementId, WaitingLine.FUND, fundId, position));
    }

    private void claim(String entitlementId, List<String> keys, boolean before) {
        if (!before) {
            for (var key : keys) {
                claimed.put(key, entitlementId);
                add(NewEvent.of(BusinessKeys.KEY.id(key), new BusinessKeyClaimed(key, entitlementId)));
            }
        }
    }

    /** Who holds a business fact, as of this point of the decision. */
    Optional<String> holder(String key) {
        var now = claimed.get(key);
        return now != null
                ? Optional.of(now)
                : Optional.ofNullable(view.state(BusinessKeys.KEY, key).holder());
    }

    private EntitlementReason quotaFull(QuotaCell cell) {
        var state = cell(cell).state();
        return new EntitlementReason(
                "QUOTA_FULL", "quota", null, Integer.toString(state.used()), "< " + state.places(), null, null);
    }

    private static EntitlementReason fundShort(String fundId) {
        return new EntitlementReason("FUND_SHORT", "fund", "fund", fundId, null, null, null);
    }

    private static String leading(List<FundShare> shares) {
        return shares.getFirst().fundId();
    }

    static Cause cause(EntitlementState state) {
        return Cause.entitlement(state.entitlementId(), state.policyId(), state.policyVersion());
    }
}
