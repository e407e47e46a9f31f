package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.Redecision;
import org.gongxue.eventlog.Retelling;
import org.gongxue.eventlog.ToldStreams;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Settlement;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.FundState;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.BatchStage;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.quota.QuotaCells;
import org.jspecify.annotations.Nullable;

/** 重新裁定: every recorded input is decided again by the code that a policy pins, and what comes of it compared. */
public final class Redeciding {

    private final OrderedReplay events;
    private final Findings findings = new Findings();
    private final Redecision<RewardCommand> redecision;
    private final Retelling retelling;
    private @Nullable Set<String> approvedBatches;

    /** Nothing is decided yet. */
    public Redeciding(OrderedReplay events, RewardDomain domain, ToldStreams streams) {
        this.events = events;
        var asked = new WhatWasAsked();
        this.redecision = new Redecision<>(domain, asked, this::note);
        this.retelling = new Retelling(
                domain,
                streams,
                (deed, before) -> {
                    redecision.hear(deed, before);
                    asked.note(deed);
                },
                this::note);
    }

    private void note(Retelling.Finding finding) {
        findings.add(new Difference(finding.what(), finding.index(), finding.recorded(), finding.decided()));
    }

    /** Decides, in the calling thread, until every partition has been read to its end. */
    public void decide() throws InterruptedException {
        tell(events, retelling);
    }

    static void tell(OrderedReplay events, Retelling retelling) throws InterruptedException {
        events.tell(heard -> {
            if (heard.event() == null) {
                retelling.takeUnreadable(heard.envelope(), String.valueOf(heard.failure()));
            } else {
                retelling.take(new Recorded(heard.envelope(), heard.event()));
            }
        });
        retelling.end();
    }

    /** How much was decided again. */
    public Decided decided() {
        return Decided.of(redecision.counts(), events.inputs());
    }

    /** What is wrong with the log in itself, once the sources were read too. */
    Completeness soundness() {
        var whole = events.completeness();
        whole.findings().addAll(findings);
        whole.findings().addAll(events.inputs().findings());
        return whole;
    }

    /** Compares with what the live service said at the same index, once the sources were read too. */
    public ReplayFold.Result compare(LiveLedger live) {
        var whole = soundness();
        var all = whole.findings();
        var funds = Tellings.of(retelling, Ledger.FUND);
        var entitlements = Tellings.of(retelling, Entitlements.ENTITLEMENT);
        LedgerComparison.compareFunds(funds, live, all);
        LedgerComparison.compareEntitlements(entitlements, this::standing, live, all);
        QuotaComparison.compare(Tellings.of(retelling, QuotaCells.CELL), entitlements, live, all);
        var confirmed = new LongAdder();
        entitlements.forEach((_, e) -> confirmed.add(isConfirmed(e.state()) ? 1 : 0));
        return new ReplayFold.Result(
                Verdict.of(whole.gaps().isEmpty() && events.inputs().missing() == 0, all.count() == 0),
                whole.missing(),
                whole.gaps(),
                all.count(),
                all.inOrder(),
                lines(funds),
                confirmed.sum());
    }

    private Standing standing(EntitlementState entitlement) {
        var attempt = entitlement.attempt();
        return Standing.of(entitlement, attempt != null && approvedBatches().contains(attempt.batchId()));
    }

    private Set<String> approvedBatches() {
        if (approvedBatches == null) {
            var approved = new HashSet<String>();
            retelling.forEach(Batches.BATCH, (id, batch) -> {
                if (batch.state().stage() == BatchStage.APPROVED) {
                    approved.add(id);
                }
            });
            approvedBatches = approved;
        }
        return approvedBatches;
    }

    private static boolean isConfirmed(EntitlementState entitlement) {
        var attempt = entitlement.attempt();
        return attempt != null && attempt.settlement() == Settlement.CONFIRMED;
    }

    static List<FundLine> lines(Tellings<FundState> funds) {
        var lines = new ArrayList<FundLine>();
        funds.forEach((_, fund) -> {
            if (fund.state().opened()) {
                lines.add(FundLine.of(
                        fund.state(), fund.state().balances(), fund.state().returnedFen()));
            }
        });
        lines.sort(Comparator.comparingInt(FundLine::year).thenComparing(FundLine::fundId));
        return lines;
    }
}
