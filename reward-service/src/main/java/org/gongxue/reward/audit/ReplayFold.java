package org.gongxue.reward.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Retelling.Told;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.FundState;
import org.jspecify.annotations.Nullable;

/**
 * The whole log from index 1 through one index, folded again. Pure: the same events give the same result, whichever
 * partition is folded first.
 */
public final class ReplayFold {

    /** The most events one replay takes. */
    public static final long EVENTS_MAX = Integer.MAX_VALUE - 1L;

    private final long throughIndex;
    private final List<PartitionFold> partitions;

    private ReplayFold(long throughIndex, List<PartitionFold> partitions) {
        this.throughIndex = throughIndex;
        this.partitions = partitions;
    }

    /**
     * A fold of a topic's partitions.
     *
     * @param service whose events they hold
     * @param throughIndex the last index that belongs to it, at most {@link #EVENTS_MAX}
     * @param asOf the last day, in Shanghai, whose events enter the funds that are reported; null for all. Every event
     *     enters the comparison either way.
     * @param knownOn the same by when an event was recorded, not when it happened
     */
    public static ReplayFold of(
            String service,
            long throughIndex,
            @Nullable LocalDate asOf,
            @Nullable LocalDate knownOn,
            int partitions,
            LogCodec codec) {
        if (throughIndex < 0 || throughIndex > EVENTS_MAX) {
            throw new IllegalArgumentException("cannot replay through index " + throughIndex);
        }
        var folds = new ArrayList<PartitionFold>();
        for (var partition = 0; partition < partitions; partition++) {
            var check = new PartitionCheck(service, partition, throughIndex);
            folds.add(new PartitionFold(check, endOf(asOf), endOf(knownOn), codec));
        }
        return new ReplayFold(throughIndex, List.copyOf(folds));
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(BusinessCalendar.SHANGHAI).toInstant();
    }

    /** The fold of one partition, which takes its events in order. */
    public PartitionFold partition(int number) {
        return partitions.get(number);
    }

    /** Compares with what the live service said at the same index, once every partition has been read to its end. */
    public Result compare(LiveLedger live) {
        var whole = Completeness.of(partitions.stream().map(p -> p.check).toList(), throughIndex);
        var findings = whole.findings();
        partitions.forEach(p -> findings.addAll(p.findings));
        var funds = joined(p -> p.funds, findings);
        var entitlements = Tellings.of(joined(p -> p.entitlements, findings));
        var cells = Tellings.of(joined(p -> p.cells, findings));
        LedgerComparison.compareFunds(Tellings.of(funds), live, findings);
        LedgerComparison.compareEntitlements(entitlements, this::standing, live, findings);
        QuotaComparison.compare(cells, entitlements, live, findings);
        return new Result(
                whole.verdict(),
                whole.missing(),
                whole.gaps(),
                findings.count(),
                findings.inOrder(),
                lines(funds),
                partitions.stream().mapToLong(PartitionFold::confirmedPayments).sum());
    }

    private Standing standing(EntitlementState entitlement) {
        var attempt = entitlement.attempt();
        return Standing.of(
                entitlement,
                attempt != null && partitions.stream().anyMatch(p -> p.approvedBatches.contains(attempt.batchId())));
    }

    /** The streams of all partitions; a stream found in two of them is a finding. */
    private <S> Map<String, Told<S>> joined(
            Function<PartitionFold, Map<String, StreamFold<S>>> part, Findings findings) {
        var all = new TreeMap<String, Told<S>>();
        for (var partition : partitions) {
            part.apply(partition).forEach((id, stream) -> {
                var told = stream.told();
                var other = all.putIfAbsent(id, told);
                if (other != null) {
                    findings.add(new Difference(id, told.lastIndex(), "one partition", "two partitions"));
                }
            });
        }
        return all;
    }

    private List<FundLine> lines(Map<String, Told<FundState>> funds) {
        return funds.values().stream()
                .map(Told::state)
                .filter(FundState::opened)
                .map(this::line)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(FundLine::year).thenComparing(FundLine::fundId))
                .toList();
    }

    private @Nullable FundLine line(FundState fund) {
        if (partitions.stream().noneMatch(PartitionFold::isDated)) {
            return FundLine.of(fund, fund.balances(), fund.returnedFen());
        }
        return partitions.stream()
                .map(p -> p.effectiveFunds.get(fund.fundId()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(effective -> effective.line(fund))
                .orElse(null);
    }

    /**
     * What a replay found.
     *
     * @param missingEvents how many events were not there
     * @param gaps their indexes, the first thousand runs
     * @param differenceCount how many things do not agree
     * @param differences the first thousand of them, in the order of the log
     * @param funds every fund by year and id, as of the effective date if one was asked for
     * @param confirmedPayments payments that the bank confirmed and did not send back, as of that date
     */
    public record Result(
            Verdict verdict,
            long missingEvents,
            List<IndexRange> gaps,
            long differenceCount,
            List<Difference> differences,
            List<FundLine> funds,
            long confirmedPayments) {

        /** 已付, net of what came back, over all funds. */
        public long netPaidFen() {
            return funds.stream().mapToLong(FundLine::paidFen).sum();
        }

        /** 应付 and 在途, over all funds. */
        public long owedFen() {
            return funds.stream().mapToLong(FundLine::owedFen).sum();
        }
    }
}
