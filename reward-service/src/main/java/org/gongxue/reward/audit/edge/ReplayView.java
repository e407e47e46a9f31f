package org.gongxue.reward.audit.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongxue.reward.audit.Decided;
import org.gongxue.reward.audit.Difference;
import org.gongxue.reward.audit.FundLine;
import org.gongxue.reward.audit.IndexRange;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayLine.Progress;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.TreeHead;
import org.gongxue.reward.audit.Verdict;
import org.gongxue.reward.audit.WhatIfResult;
import org.jspecify.annotations.Nullable;

/**
 * A replay as auditors see it; what comes from the report is absent until there is one.
 *
 * @param state running, finished, canceled or failed
 * @param digest SHA-256 of the report's bytes, which {@code GET …/{replayId}/report} gives
 * @param logIndex the index of the event that holds the digest
 * @param failure why there is no report, when it failed
 */
public record ReplayView(
        String replayId,
        ReplayMode mode,
        @Nullable LocalDate asOf,
        @Nullable LocalDate asKnownOn,
        String state,
        @Nullable Verdict verdict,
        @Nullable Long index,
        long eventsRead,
        long eventsTotal,
        long eventsPerSecond,
        long missingEvents,
        List<IndexRange> gaps,
        long differenceCount,
        List<Difference> differences,
        List<FundLine> funds,
        @Nullable Long netPaidFen,
        @Nullable Long owedFen,
        @Nullable Long confirmedPayments,
        @Nullable Decided decided,
        @Nullable WhatIfResult whatIf,
        @Nullable TreeHead tree,
        String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String digest,
        @Nullable Long logIndex,
        @Nullable String failure) {

    /**
     * The view of a run.
     *
     * @param live what its process said last, if it speaks to this instance
     * @param differencesMax the most differences to show; all are counted
     */
    static ReplayView of(ReplayRun run, Optional<Progress> live, int differencesMax) {
        var progress = run.state == ReplayRun.State.RUNNING ? live.orElseGet(() -> noted(run)) : noted(run);
        var report = run.report == null ? null : (ReplayReport) ReplayJson.read(run.report);
        return new ReplayView(
                run.replayId,
                run.mode,
                run.asOf,
                ReplayOptions.read(run.options).asKnownOn(),
                run.state.name().toLowerCase(Locale.ROOT),
                run.verdict,
                report == null ? null : report.index(),
                progress.eventsRead(),
                progress.eventsTotal(),
                progress.eventsPerSecond(),
                report == null ? 0 : report.missingEvents(),
                report == null ? List.of() : report.gaps(),
                report == null ? 0 : report.differenceCount(),
                report == null
                        ? List.of()
                        : report.differences().stream().limit(differencesMax).toList(),
                report == null ? List.of() : report.funds(),
                report == null ? null : report.netPaidFen(),
                report == null ? null : report.owedFen(),
                report == null ? null : report.confirmedPayments(),
                report == null ? null : report.decided(),
                report == null ? null : report.whatIf(),
                report == null ? null : report.tree(),
                run.askedBy,
                run.startedAt,
                run.finishedAt,
                run.digest,
                run.logIndex,
                run.failure);
    }

    private static Progress noted(ReplayRun run) {
        return new Progress(run.eventsRead, run.eventsTotal, run.eventsPerSecond);
    }

    /** Whether there is more to come. */
    boolean isRunning() {
        return state.equals("running");
    }
}
