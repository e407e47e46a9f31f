package org.gongxue.reward.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
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
public final class PartitionFold {

    private static final String BATCH_APPROVED =
            EventCatalog.whole().entry(PaymentBatchApproved.class).wireName();

    private final String service;
    private final String where;
    private final long throughIndex;
    private final @Nullable Instant effectiveBefore;
    private final LogCodec codec;

    final Coverage coverage;
    final Findings findings = new Findings();
    final Map<String, StreamFold<FundState>> funds = new HashMap<>();
    final Map<String, EffectiveFund> effectiveFunds = new HashMap<>();
    final Map<String, StreamFold<EntitlementState>> entitlements = new HashMap<>();
    final Map<String, StreamFold<QuotaCellState>> cells = new HashMap<>();
    final Set<String> approvedBatches = new HashSet<>();
    private long confirmedPayments;

    /**
     * A partition of a service's topic.
     *
     * @param effectiveBefore what happens from then on is left out of the effective sums; null for none
     */
    PartitionFold(String service, int partition, long throughIndex, @Nullable Instant effectiveBefore, LogCodec codec) {
        this.service = service;
        this.where = "partition " + partition;
        this.throughIndex = throughIndex;
        this.effectiveBefore = effectiveBefore;
        this.codec = codec;
        this.coverage = new Coverage(where);
    }

    /**
     * Takes the next event of the partition.
     *
     * @param sequence its place in the partition as it was published, dense from 1
     * @return whether it belongs to the replay; what comes after the replay's index does not
     */
    public boolean take(Envelope envelope, long sequence) {
        if (envelope.index() > throughIndex) {
            return false;
        }
        if (envelope.index() < 1 || !envelope.service().equals(service)) {
            findings.add(
                    new Difference(where, 0, envelope.service() + " " + envelope.index(), "no event of " + service));
            return false;
        }
        coverage.note(envelope.index(), sequence);
        checkLeaf(envelope);
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

    /** Takes a record that is no event at all. */
    public void takeUnreadable(long offset, String why) {
        findings.add(new Difference(where + " offset " + offset, 0, "an event", why));
    }

    private void checkLeaf(Envelope envelope) {
        var leaf = Leaf.of(envelope);
        if (!Arrays.equals(leaf, envelope.leaf())) {
            var hex = HexFormat.of();
            findings.add(new Difference(
                    "event " + envelope.index() + " leaf",
                    envelope.index(),
                    hex.formatHex(envelope.leaf()),
                    hex.formatHex(leaf)));
        }
    }

    private void foldFund(Envelope envelope) {
        var id = envelope.stream().id();
        var fund = funds.computeIfAbsent(id, _ -> new StreamFold<>(Ledger.FUND));
        var before = fund.state();
        fund.take(envelope, codec).ifPresent(findings::add);
        if (effectiveBefore != null && isEffective(envelope)) {
            effectiveFunds.computeIfAbsent(id, _ -> new EffectiveFund()).add(before, fund.state());
        }
    }

    private void foldEntitlement(Envelope envelope) {
        var entitlement =
                entitlements.computeIfAbsent(envelope.stream().id(), _ -> new StreamFold<>(Entitlements.ENTITLEMENT));
        var before = isConfirmed(entitlement.state());
        entitlement.take(envelope, codec).ifPresent(findings::add);
        var after = isConfirmed(entitlement.state());
        if (before != after && isEffective(envelope)) {
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

    private boolean isEffective(Envelope envelope) {
        return effectiveBefore == null || envelope.occurredAt().isBefore(effectiveBefore);
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
