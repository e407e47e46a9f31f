package org.gongxue.reward.audit.edge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayLine.Progress;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.edge.ReplayRun.State;

/**
 * The table of replays. A run leaves {@link State#RUNNING} once, by whoever is first: its report, its failure, the one
 * who stops it, or the silence of its process.
 */
@ApplicationScoped
public class ReplayRuns {

    /** A process that was silent for longer than this is gone, and the service that listened to it too. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    /** Enters a run; empty if another one is running. */
    Optional<ReplayRun> begin(ReplayCommandLine what, String askedBy) {
        failSilent();
        if (running().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(QuarkusTransaction.requiringNew().call(() -> {
                var run = new ReplayRun();
                run.replayId = what.replayId();
                run.mode = what.mode();
                run.asOf = what.asOf();
                run.options = what.options().write();
                run.askedBy = askedBy;
                run.state = State.RUNNING;
                run.startedAt = now();
                run.heardAt = run.startedAt;
                run.persistAndFlush();
                return run;
            }));
        } catch (PersistenceException e) { // somebody was quicker, and the table saw to it
            if (running().isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The run that is running, if one is. */
    Optional<ReplayRun> running() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ReplayRun.<ReplayRun>find("state", State.RUNNING).firstResultOptional());
    }

    Optional<ReplayRun> find(String replayId) {
        failSilent();
        return QuarkusTransaction.requiringNew().call(() -> ReplayRun.<ReplayRun>findByIdOptional(replayId));
    }

    /** The newest first. */
    List<ReplayRun> newest(int most) {
        failSilent();
        return QuarkusTransaction.requiringNew().call(() -> ReplayRun.newest(most));
    }

    /** Notes how far a run is; whether it still is one. */
    boolean heard(String replayId, Progress progress) {
        return change(replayId, run -> {
            run.heardAt = now();
            run.eventsRead = progress.eventsRead();
            run.eventsTotal = progress.eventsTotal();
            run.eventsPerSecond = progress.eventsPerSecond();
        });
    }

    /** Keeps a report, to the byte, with the index at which the log holds its digest. */
    boolean finish(ReplayReport report, String line, long logIndex) {
        return change(report.replayId(), run -> {
            run.state = State.FINISHED;
            run.finishedAt = report.finishedAt();
            run.verdict = report.verdict();
            run.report = line;
            run.digest = ReplayJson.digest(line);
            run.logIndex = logIndex;
            run.eventsRead = report.eventsRead();
            run.eventsTotal = report.eventsTotal();
            run.eventsPerSecond = report.eventsPerSecond();
        });
    }

    /** Ends a run without a report; whether it was running. */
    boolean fail(String replayId, String reason) {
        return change(replayId, run -> {
            run.state = State.FAILED;
            run.finishedAt = now();
            run.failure = reason;
        });
    }

    /** Ends a run because somebody wants it; whether it was running. */
    boolean cancel(String replayId) {
        return change(replayId, run -> {
            run.state = State.CANCELED;
            run.finishedAt = now();
        });
    }

    /** Ends the runs whose service died: nobody else would. */
    private void failSilent() {
        var silent = QuarkusTransaction.requiringNew().call(() -> ReplayRun.silentSince(now().minus(SILENCE_MAX)));
        silent.forEach(run -> fail(run.replayId, "the service that ran it was stopped"));
    }

    /** Changes a run while it is running, and only then. */
    private static boolean change(String replayId, Consumer<ReplayRun> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var run = ReplayRun.<ReplayRun>findById(replayId, LockModeType.PESSIMISTIC_WRITE);
            if (run == null || run.state != State.RUNNING) {
                return false;
            }
            change.accept(run);
            return true;
        });
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
