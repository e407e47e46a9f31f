package org.gongxue.reward.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.ledger.FundBook.Cause;

/**
 * The books of all funds that one decision writes in. What is paid by shares moves in each share's fund, one entry per
 * fund; a share of nothing moves nothing. Lives as long as the decision.
 */
public final class FundBooks {

    private final View view;
    private final Map<String, FundBook> books = new LinkedHashMap<>();

    /** Nothing is written yet. */
    public FundBooks(View view) {
        this.view = view;
    }

    /** The book of a fund, the same one all through the decision. */
    public FundBook book(String fundId) {
        return books.computeIfAbsent(fundId, id -> FundBook.of(view, id));
    }

    /** Everything written, fund by fund, in the order in which they were first asked for. */
    public List<NewEvent> events() {
        var events = new ArrayList<NewEvent>();
        books.values().forEach(book -> events.addAll(book.events()));
        return events;
    }

    /** The first share, in the policy's order, whose fund has not the money or lets others wait for it. */
    public Optional<FundShare> firstShort(List<FundShare> shares) {
        return dues(shares).stream()
                .filter(share -> !book(share.fundId()).covers(share.amountFen()))
                .findFirst();
    }

    /**
     * The same for who heads the line of {@code fundId}. The lines of funds with a greater id count as for anybody, those
     * of the others do not: so nobody is sent from line to line for ever while the money is there (ADR 0046).
     */
    public Optional<FundShare> firstShort(List<FundShare> shares, String fundId) {
        return dues(shares).stream()
                .filter(share -> share.fundId().compareTo(fundId) > 0
                        ? !book(share.fundId()).covers(share.amountFen())
                        : !book(share.fundId()).has(share.amountFen()))
                .findFirst();
    }

    /** 占用: every share is set aside. */
    public void hold(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).hold(cause, share.amountFen()));
    }

    /** 释放: every share set aside is free again. */
    public void release(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).release(cause, share.amountFen()));
    }

    /** 应付: every share is owed. */
    public void owe(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).owe(cause, share.amountFen()));
    }

    /** 付出: the bank has every share. */
    public void send(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).send(cause, share.amountFen()));
    }

    /** 付讫: the learner has every share, since the moment the bank names. */
    public void pay(Cause cause, List<FundShare> shares, Instant at) {
        dues(shares).forEach(share -> book(share.fundId()).pay(cause, share.amountFen(), at));
    }

    /** 退票: every share came back. */
    public void takeBack(Cause cause, LedgerAccount from, List<FundShare> shares, Instant at) {
        dues(shares).forEach(share -> book(share.fundId()).takeBack(cause, from, share.amountFen(), at));
    }

    /** 取消: every share that was owed is available again. */
    public void cancel(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).cancel(cause, share.amountFen()));
    }

    /** 应收: every share that was paid has to come back. */
    public void claim(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).claim(cause, share.amountFen()));
    }

    /** 追回: every share came back. */
    public void recover(Cause cause, List<FundShare> shares) {
        dues(shares).forEach(share -> book(share.fundId()).recover(cause, share.amountFen()));
    }

    /** What each fund pays: a fund named twice pays both together, one that pays nothing is left out. */
    public static List<FundShare> dues(List<FundShare> shares) {
        var dues = new LinkedHashMap<String, Long>();
        shares.forEach(share -> dues.merge(share.fundId(), share.amountFen(), Math::addExact));
        return dues.entrySet().stream()
                .filter(due -> due.getValue() != 0)
                .map(due -> new FundShare(due.getKey(), due.getValue()))
                .toList();
    }
}
