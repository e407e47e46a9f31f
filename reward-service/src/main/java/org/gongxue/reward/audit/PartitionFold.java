package org.gongxue.reward.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.events.EventCatalog;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Settlement;
import org.gongxue.reward.ledger.FundState;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.quota.QuotaCellState;
import org.gongxue.reward.quota.QuotaCells;
import org.jspecify.annotations.Nullable;

/**
 * Folds what one partition of the topic holds, in its order, through the very code that the service decides with. A
 * stream stands in one partition, so partitions are folded side by side; {@link ReplayFold} joins them. For one thread
 * at a time.
 */
public final class PartitionFold implements PartitionSink {

    private static final String BATCH_APPROVED =
            EventCatalog.whole().entry(PaymentBatchApproved.class).wireName();

    private final @Nullable Instant effectiveBefore;
    private final @Nullable Instant recordedBefore;
    private final LogCodec codec;

    final PartitionCheck check;
    final Findings findings = new Findings();
    final Map<String, StreamFold<FundState>> funds = new HashMap<>();
    final Map<String, EffectiveFund> effectiveFunds = new HashMap<>();
    final Map<String, StreamFold<EntitlementState>> entitlements = new HashMap<>();
    final Map<String, StreamFold<QuotaCellState>> cells = new HashMap<>();
    final Set<String> approvedBatches = new HashSet<>();
    private long confirmedPayments;

    /**
     * A partition that has been read nothing of.
     *
     * @param effectiveBefore what happens from then on is left out of the sums that are reported; null for none
     * @param recordedBefore the same for what is recorded from then on
     */
    PartitionFold(
            PartitionCheck check, @Nullable Instant effectiveBefore, @Nullable Instant recordedBefore, LogCodec codec) {
        this.check = check;
        this.effectiveBefore = effectiveBefore;
        this.recordedBefore = recordedBefore;
        this.codec = codec;
    }

    @Override
    public boolean take(Envelope envelope, long sequence) {
        if (!check.take(envelope, sequence)) {
            return false;
        }
        var kind = envelope.stream().kind();
        if (kind.equals(Ledger.FUND.kind())) {
            foldFund(envelope);
        } else if (kind.equals(Entitlements.ENTITLEMENT.kind())) {
            foldEntitlement(envelope);
        } else if (kind.equals(QuotaCells.CELL.kind())) {
            cells.computeIfAbsent(envelope.stream().id(), _ -> new StreamFold<>(QuotaCells.CELL))
                    .take(envelope, codec)
                    .ifPresent(findings::add);
        } else if (envelope.type().equals(BATCH_APPROVED)) {
            noteApproval(envelope);
        }
        return true;
    }

    @Override
    public void takeUnreadable(long offset, String why) {
        check.takeUnreadable(offset, why);
    }

    @Override
    public void end() {
        // What it holds is compared once every partition has been read.
    }

    private void foldFund(Envelope envelope) {
        var id = envelope.stream().id();
        var fund = funds.computeIfAbsent(id, _ -> new StreamFold<>(Ledger.FUND));
        var before = fund.state();
        fund.take(envelope, codec).ifPresent(findings::add);
        if (isDated() && counts(envelope)) {
            effectiveFunds.computeIfAbsent(id, _ -> new EffectiveFund()).add(before, fund.state());
        }
    }

    private void foldEntitlement(Envelope envelope) {
        var entitlement =
                entitlements.computeIfAbsent(envelope.stream().id(), _ -> new StreamFold<>(Entitlements.ENTITLEMENT));
        var before = isConfirmed(entitlement.state());
        entitlement.take(envelope, codec).ifPresent(findings::add);
        var after = isConfirmed(entitlement.state());
        if (before != after && counts(envelope)) {
            confirmedPayments += after ? 1 : -1;
        }
    }

    private void noteApproval(Envelope envelope) {
        try {
            var event = codec.decode(envelope.type(), envelope.revision(), envelope.data());
            approvedBatches.add(((PaymentBatchApproved) event).batchId());
        } catch (RuntimeException e) { // bytes that are no such event
            findings.add(new Difference(
                    envelope.stream() + " cannot go on",
                    envelope.index(),
                    envelope.type(),
                    String.valueOf(e.getMessage())));
        }
    }

    /** Whether the sums are of a date and not of the present. */
    boolean isDated() {
        return effectiveBefore != null || recordedBefore != null;
    }

    private boolean counts(Envelope envelope) {
        return (effectiveBefore == null || envelope.occurredAt().isBefore(effectiveBefore))
                && (recordedBefore == null || envelope.recordedAt().isBefore(recordedBefore));
    }

    private static boolean isConfirmed(EntitlementState entitlement) {
        var attempt = entitlement.attempt();
        return attempt != null && attempt.settlement() == Settlement.CONFIRMED;
    }

    /** Payments that the bank confirmed and did not send back, by the effective date. */
    long confirmedPayments() {
        return confirmedPayments;
    }
}
