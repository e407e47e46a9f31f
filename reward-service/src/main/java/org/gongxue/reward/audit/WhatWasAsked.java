package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongxue.eventlog.Deed;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.Redecision.Recollection;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.AppropriationConfirmed;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.AppropriationRejected;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.EvidenceIssued;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentBatchDiscarded;
import org.gongxue.events.reward.PaymentBatchExported;
import org.gongxue.events.reward.PaymentBatchExtended;
import org.gongxue.events.reward.PaymentBatchFrozen;
import org.gongxue.events.reward.PaymentBatchOpened;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentResultsImported;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.gongxue.events.reward.QuotaConfirmed;
import org.gongxue.events.reward.QuotaProposed;
import org.gongxue.events.reward.QuotaRejected;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.events.reward.ReplayReported;
import org.gongxue.events.reward.WaitlistServed;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.audit.AuditCommand.ReportReplay;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.fund.FundCommand.RejectAppropriation;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.NoteExport;
import org.gongxue.reward.payment.PaymentCommand.NoteResults;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.policy.PolicyCommand.ProposePolicy;
import org.gongxue.reward.policy.PolicyCommand.PublishPolicy;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.RejectQuota;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;
import org.jspecify.annotations.Nullable;

/**
 * Which command events came of. Commands are not in the log, but what is decided on them says all that they asked: who
 * asked, what about, and every value. Only refusals do not tell, nor what the log says of parked inputs.
 */
final class WhatWasAsked implements Recollection<RewardCommand> {

    /** Who stands where in which line: the commands that move a line name those who had left it too. */
    private final Map<String, Map<Integer, String>> lines = new HashMap<>();

    /** Remembers what later commands refer to; called for every decision, in order. */
    void note(Deed deed) {
        for (var recorded : deed.events()) {
            switch (recorded.event()) {
                case EntitlementWaitlisted e ->
                    lines.computeIfAbsent(e.lineId(), _ -> new HashMap<>()).put(e.position(), e.entitlementId());
                case WaitlistServed e -> served(e.fundId(), e.throughPosition());
                case QuotaWaitlistServed e -> served(QuotaCells.cellId(e.cell()), e.throughPosition());
                default -> {} // nobody refers to it
            }
        }
    }

    private void served(String lineId, int through) {
        lines.getOrDefault(lineId, new HashMap<>()).keySet().removeIf(position -> position <= through);
    }

    @Override
    public Optional<RewardCommand> asked(View before, Deed deed) {
        return deed.events().stream()
                .map(recorded -> Optional.ofNullable(asked(before, deed, recorded.event())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What was asked if this event came of it, and another event does not tell more. */
    private @Nullable RewardCommand asked(View before, Deed deed, Object event) {
        return switch (event) {
            case PolicyProposed e -> new ProposePolicy(e.policyId(), e.policyVersion(), e.document());
            case PolicyPublished e -> new PublishPolicy(e.policyId(), e.policyVersion(), e.digest());
            case FundOpened e -> new OpenFund(e.fundId(), e.name(), e.year(), e.source());
            case AppropriationProposed e ->
                new ProposeAppropriation(e.fundId(), e.documentNumber(), e.amountFen(), e.on());
            case AppropriationConfirmed e -> new ConfirmAppropriation(e.fundId(), e.number());
            case AppropriationRejected e -> new RejectAppropriation(e.fundId(), e.number());
            case QuotaProposed e ->
                new ProposeQuota(e.policyId(), e.policyVersion(), e.year(), e.reasonCode(), e.cells());
            case QuotaConfirmed e -> new ConfirmQuota(e.policyId(), e.year(), e.number(), e.digest());
            case QuotaRejected e -> new RejectQuota(e.policyId(), e.year(), e.number());
            case EvidenceIssued e ->
                new IssueEvidence(
                        deed.events().getFirst().stream().id(),
                        e.entitlementId(),
                        e.paymentId(),
                        e.explanationDigest(),
                        e.sheetDigest());
            case ReplayReported e ->
                new ReportReplay(
                        e.replayId(),
                        ReplayMode.of(e.mode()),
                        e.asOf(),
                        Verdict.of(e.verdict()),
                        e.index(),
                        e.digest());
            default -> aboutMoney(before, deed, event);
        };
    }

    private @Nullable RewardCommand aboutMoney(View before, Deed deed, Object event) {
        return switch (event) {
            case PaymentBatchOpened e -> new OpenBatch(e.fundId(), e.purpose());
            case PaymentBatchExtended e -> new ExtendBatch(e.batchId(), drafted(deed), true);
            case PaymentBatchFrozen e -> new FreezeBatch(e.batchId());
            case PaymentBatchApproved e -> new ApproveBatch(e.batchId(), e.lines(), e.totalFen());
            case PaymentBatchDiscarded e -> new DiscardBatch(e.batchId(), e.reason());
            case PaymentBatchExported e ->
                new NoteExport(
                        e.batchId(),
                        e.template(),
                        e.fileDigest(),
                        e.lines(),
                        e.totalFen(),
                        before.state(Batches.BATCH, e.batchId()).withdrawn());
            case PaymentResultsImported e ->
                new NoteResults(
                        e.batchId(), e.fileDigest(), e.rows(), e.paid(), e.returned(), e.repeated(), e.unknown());
            case PaymentConfirmed e -> new SettleResults(e.batchId(), rows(deed));
            case PaymentReturned e -> new SettleResults(e.batchId(), rows(deed));
            default -> aboutOne(before, deed, event);
        };
    }

    private @Nullable RewardCommand aboutOne(View before, Deed deed, Object event) {
        return switch (event) {
            case WaitlistServed e ->
                new PromoteWaitlisted(
                        e.fundId(),
                        inLine(
                                e.fundId(),
                                before.state(Ledger.FUND, e.fundId()).waitlistServed(),
                                e.throughPosition()));
            case QuotaWaitlistServed e -> moved(before, QuotaCells.cellId(e.cell()), e.throughPosition());
            case RecoveryOrdered e -> new OrderRecovery(e.entitlementId(), e.reasonCode());
            case RecoveryReceived e -> new ReceiveRecovery(e.entitlementId(), e.bankReference(), e.receivedOn());
            case EntitlementCancelled e -> new CancelEntitlement(e.entitlementId(), e.reasonCode());
            case EntitlementApproved e when isAlone(deed) -> new JudgeEntitlement(e.entitlementId(), true, null);
            case EntitlementRefused e
            when isAlone(deed) ->
                new JudgeEntitlement(
                        e.entitlementId(), false, e.reasons().getFirst().code());
            default -> null;
        };
    }

    /** Whoever moves a line says so too; who judges one entitlement does not. */
    private static boolean isAlone(Deed deed) {
        return deed.events().stream()
                .map(Recorded::event)
                .noneMatch(event -> event instanceof WaitlistServed || event instanceof QuotaWaitlistServed);
    }

    private RewardCommand moved(View before, String cellId, int through) {
        var cell = before.state(QuotaCells.CELL, cellId);
        var ids = inLine(cellId, cell.waitlistServed(), through);
        return cell.hasEnded(BusinessCalendar.today(before))
                ? new ExpireWaitlisted(cellId, ids)
                : new PromoteFromQuota(cellId, ids);
    }

    private List<String> inLine(String lineId, int after, int through) {
        var line = lines.getOrDefault(lineId, Map.of());
        var ids = new ArrayList<String>();
        for (var position = after + 1; position <= through; position++) {
            ids.add(Objects.requireNonNullElse(line.get(position), "nobody"));
        }
        return ids;
    }

    private static List<String> drafted(Deed deed) {
        return deed.events().stream()
                .map(Recorded::event)
                .filter(PaymentDrafted.class::isInstance)
                .map(event -> ((PaymentDrafted) event).entitlementId())
                .toList();
    }

    private static List<ResultRow> rows(Deed deed) {
        var rows = new ArrayList<ResultRow>();
        for (var recorded : deed.events()) {
            switch (recorded.event()) {
                case PaymentConfirmed e ->
                    rows.add(new ResultRow(
                            e.entitlementId(), e.paymentNumber(), null, e.bankReference(), recorded.occurredAt()));
                case PaymentReturned e ->
                    rows.add(new ResultRow(
                            e.entitlementId(),
                            e.paymentNumber(),
                            e.failureCode(),
                            e.bankReference(),
                            recorded.occurredAt()));
                default -> {} // follows from them
            }
        }
        return rows;
    }
}
