package org.gongxue.reward.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found, whole. Its digest in the log is over the exact bytes of its JSON, so it is written once.
 *
 * @param asOf the effective date that funds and sums are as of; null for the present
 * @param asKnownOn the same by when events were recorded, not when they happened
 * @param index the last event it took in; the live values it compared with are of the same index
 * @param eventsRead events found, at most {@code eventsTotal}
 * @param eventsTotal events that should be there
 * @param eventsPerSecond while reading
 * @param missingEvents how many were not there
 * @param gaps their indexes, the first thousand runs
 * @param differenceCount how many things do not agree
 * @param differences the first thousand, in the order of the log
 * @param funds by year and id
 * @param netPaidFen 已付, net of what came back, over all funds
 * @param owedFen 应付 and 在途, over all funds
 * @param confirmedPayments payments that the bank confirmed and did not send back
 * @param decided how much was decided again; null in other modes
 * @param whatIf what another policy would have given; null in other modes
 * @param tree the tree over all events; null in other modes, and where events are missing
 */
public record ReplayReport(
        String replayId,
        ReplayMode mode,
        @Nullable LocalDate asOf,
        @Nullable LocalDate asKnownOn,
        Verdict verdict,
        long index,
        long eventsRead,
        long eventsTotal,
        long eventsPerSecond,
        long missingEvents,
        List<IndexRange> gaps,
        long differenceCount,
        List<Difference> differences,
        List<FundLine> funds,
        long netPaidFen,
        long owedFen,
        long confirmedPayments,
        @Nullable Decided decided,
        @Nullable WhatIfResult whatIf,
        @Nullable TreeHead tree,
        Instant startedAt,
        Instant finishedAt)
        implements ReplayLine {

    public ReplayReport {
        gaps = List.copyOf(gaps);
        differences = List.copyOf(differences);
        funds = List.copyOf(funds);
    }
}
