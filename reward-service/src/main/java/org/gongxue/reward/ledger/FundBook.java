package org.gongxue.reward.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.FundEvent;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.Posting;
import org.gongxue.events.reward.WaitlistJoined;
import org.gongxue.events.reward.WaitlistServed;
import org.jspecify.annotations.Nullable;

/**
 * A fund's book while one decision writes in it. Each entry is folded at once, so the next one sees the balances it
 * left, and one that breaks invariant 5 never leaves the decision. Lives as long as the decision.
 */
public final class FundBook {

    /**
     * What an entry is for.
     *
     * @param cause {@code entitlement/<id>}, {@code batch/<id>} or {@code appropriation/<number>}
     */
    public record Cause(
            String cause,
            @Nullable String policyId,
            @Nullable Integer policyVersion) {

        /** An entitlement under its policy version. */
        public static Cause entitlement(String entitlementId, String policyId, int policyVersion) {
            return new Cause("entitlement/" + entitlementId, policyId, policyVersion);
        }

        /** A payment batch, whatever the policies of its lines. */
        public static Cause batch(String batchId) {
            return new Cause("batch/" + batchId, null, null);
        }

        /** Money that arrives. */
        public static Cause appropriation(int number) {
            return new Cause("appropriation/" + number, null, null);
        }
    }

    private final List<NewEvent> events = new ArrayList<>();
    private final String fundId;
    private FundState fund;

    private FundBook(String fundId, FundState fund) {
        this.fundId = fundId;
        this.fund = fund;
    }

    /** Opens the book of a fund as it stands. */
    public static FundBook of(View view, String fundId) {
        return new FundBook(fundId, view.state(Ledger.FUND, fundId));
    }

    /** The fund with everything written so far. */
    public FundState fund() {
        return fund;
    }

    /** What was written, in order. */
    public List<NewEvent> events() {
        return List.copyOf(events);
    }

    /** Whether an amount can be set aside now: the money is there and nobody stands in line before. */
    public boolean covers(long amountFen) {
        return !fund.hasWaiting() && has(amountFen);
    }

    /** Whether the money is there, whoever waits for it. */
    public boolean has(long amountFen) {
        return fund.opened() && fund.balance(LedgerAccount.AVAILABLE) >= amountFen;
    }

    /** 拨款: money arrives. */
    public void appropriate(Cause cause, long amountFen) {
        move(JournalReason.APPROPRIATION, LedgerAccount.EXTERNAL, LedgerAccount.AVAILABLE, amountFen, cause);
    }

    /** 占用: money is set aside. */
    public void hold(Cause cause, long amountFen) {
        move(JournalReason.HOLD, LedgerAccount.AVAILABLE, LedgerAccount.HELD, amountFen, cause);
    }

    /** 释放: money set aside is free again. */
    public void release(Cause cause, long amountFen) {
        move(JournalReason.RELEASE, LedgerAccount.HELD, LedgerAccount.AVAILABLE, amountFen, cause);
    }

    /** 应付: approved is owed. */
    public void owe(Cause cause, long amountFen) {
        move(JournalReason.OBLIGATION, LedgerAccount.HELD, LedgerAccount.PAYABLE, amountFen, cause);
    }

    /** 付出: the bank has it. */
    public void send(Cause cause, long amountFen) {
        move(JournalReason.TRANSFER, LedgerAccount.PAYABLE, LedgerAccount.IN_TRANSIT, amountFen, cause);
    }

    /** 付讫: the learner has it, since the moment the bank names. */
    public void pay(Cause cause, long amountFen, Instant at) {
        move(JournalReason.PAYMENT, LedgerAccount.IN_TRANSIT, LedgerAccount.PAID, amountFen, cause, at);
    }

    /** 退票: it came back, from the way to the bank or, after a confirmation, from the account paid. */
    public void takeBack(Cause cause, LedgerAccount from, long amountFen, Instant at) {
        move(JournalReason.RETURN, from, LedgerAccount.PAYABLE, amountFen, cause, at);
    }

    /** 取消: what was owed is available again. */
    public void cancel(Cause cause, long amountFen) {
        move(JournalReason.CANCELLATION, LedgerAccount.PAYABLE, LedgerAccount.AVAILABLE, amountFen, cause);
    }

    /** 应收: what was paid has to come back. */
    public void claim(Cause cause, long amountFen) {
        move(JournalReason.CLAIM, LedgerAccount.PAID, LedgerAccount.RECEIVABLE, amountFen, cause);
    }

    /** 追回: it came back. */
    public void recover(Cause cause, long amountFen) {
        move(JournalReason.RECOVERY, LedgerAccount.RECEIVABLE, LedgerAccount.AVAILABLE, amountFen, cause);
    }

    /** 候补: someone joins the line; the position given. */
    public int join(String entitlementId) {
        var position = fund.waitlistLast() + 1;
        write(new WaitlistJoined(fundId, entitlementId, position));
        return position;
    }

    /** 候补 through this position have been served. */
    public void serve(int throughPosition) {
        write(new WaitlistServed(fundId, throughPosition));
    }

    /** Writes what the fund itself decides. */
    public void write(FundEvent event) {
        write(event, null);
    }

    private void write(FundEvent event, @Nullable Instant at) {
        fund = Ledger.evolve(fund, event);
        events.add(new NewEvent(Ledger.FUND.id(fundId), event, at));
    }

    private void move(JournalReason reason, LedgerAccount from, LedgerAccount to, long amountFen, Cause cause) {
        move(reason, from, to, amountFen, cause, null);
    }

    private void move(
            JournalReason reason,
            LedgerAccount from,
            LedgerAccount to,
            long amountFen,
            Cause cause,
            @Nullable Instant at) {
        if (amountFen <= 0) {
            throw new LedgerBrokenException("an entry of " + amountFen + " fen for " + cause.cause());
        }
        var entry = new JournalEntryPosted(
                Ledger.entryId(fund),
                fundId,
                fund.year(),
                reason,
                List.of(new Posting(from, -amountFen), new Posting(to, amountFen)),
                cause.cause(),
                cause.policyId(),
                cause.policyVersion());
        write(entry, at);
    }
}
