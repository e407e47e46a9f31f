package org.gongxue.reward.audit.edge;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.Submission;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.audit.AuditCommand.ReportReplay;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayLine;
import org.gongxue.reward.audit.ReplayLine.Failed;
import org.gongxue.reward.audit.ReplayLine.Progress;
import org.gongxue.reward.audit.ReplayReport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts replays and listens to them: one at a time, each in a process that shares nothing with the service but the pipe
 * it speaks through. The process ends when the pipe does, so none outlives its service.
 */
@ApplicationScoped
public class ReplayDesk {

    private static final Logger LOG = Logger.getLogger(ReplayDesk.class);
    private static final Duration NOTE_EVERY = Duration.ofSeconds(1);

    /** Unless somebody asks for another: fast enough for years of events, and leaves the machine to the live service. */
    private static final int EVENTS_PER_SECOND_MAX = 50_000;

    private static final String PRINCIPAL = "service:reward-audit";

    private final ReplayRuns runs;
    private final EventLog<Object> log;
    private final Config config;
    private final Map<String, Listening> listening = new ConcurrentHashMap<>();

    /** A process and the last thing it said. */
    private static final class Listening {
        private final ReplayCommandLine what;
        private final String askedBy;
        private final Process process;
        private volatile Progress progress = Progress.NONE;
        private Instant notedAt = Instant.EPOCH;

        Listening(ReplayCommandLine what, String askedBy, Process process) {
            this.what = what;
            this.askedBy = askedBy;
            this.process = process;
        }
    }

    ReplayDesk(ReplayRuns runs, EventLog<Object> log, Config config) {
        this.runs = runs;
        this.log = log;
        this.config = config;
    }

    /**
     * Starts a replay; one that was started under this id before is left to go on, or to rest.
     *
     * @param askedBy the auditor's subject
     * @throws RefusedException (409) while another one is running, or when this id stands for one that was asked for
     *     otherwise
     */
    ReplayRun start(ReplayCommandLine what, String askedBy) {
        var known = runs.find(what.replayId());
        if (known.isPresent()) {
            return same(known.get(), what);
        }
        var begun = runs.begin(what, askedBy);
        if (begun.isEmpty()) {
            return same(runs.find(what.replayId()).orElseThrow(this::anotherIsRunning), what);
        }
        launch(what, askedBy);
        return begun.get();
    }

    private static ReplayRun same(ReplayRun known, ReplayCommandLine what) {
        if (known.mode != what.mode()
                || !Objects.equals(known.asOf, what.asOf())
                || !known.options.equals(what.options().write())) {
            throw new RefusedException(Refusal.conflict(Outcome.KEY_REUSED, null, null, null));
        }
        return known;
    }

    private RefusedException anotherIsRunning() {
        var other = runs.running().map(run -> run.replayId).orElse(null);
        return new RefusedException(Refusal.conflict("REPLAY_RUNNING", null, other, null));
    }

    private void launch(ReplayCommandLine what, String askedBy) {
        try {
            var process = what.process(settings())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var heard = new Listening(what, askedBy, process);
            listening.put(what.replayId(), heard);
            Thread.ofVirtual().name("replay " + what.replayId()).start(() -> listen(heard));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Replay %s cannot be started", what.replayId());
            runs.fail(what.replayId(), "the process cannot be started: " + e.getMessage());
        }
    }

    /** How many events a second a replay may read: what was asked for, or what this service is set to. */
    int pace(@Nullable Integer asked) {
        return asked != null
                ? asked
                : config.getOptionalValue("gongxue.replay-events-per-second-max", Integer.class)
                        .orElse(EVENTS_PER_SECOND_MAX);
    }

    /** How far a replay is, if its process speaks to this instance of the service. */
    Optional<Progress> progress(String replayId) {
        return Optional.ofNullable(listening.get(replayId)).map(l -> l.progress);
    }

    /** Stops a replay; whether it was running. */
    boolean cancel(String replayId) {
        var wasRunning = runs.cancel(replayId);
        stop(listening.get(replayId));
        return wasRunning;
    }

    void shutDown(@Observes ShutdownEvent event) {
        listening.forEach((replayId, heard) -> {
            runs.fail(replayId, "the service was stopped");
            stop(heard);
        });
    }

    private static void stop(@Nullable Listening heard) {
        if (heard != null) {
            heard.process.destroyForcibly();
        }
    }

    private void listen(Listening heard) {
        var replayId = heard.what.replayId();
        try (var lines = heard.process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(heard, line, ReplayJson.read(line));
            }
            runs.fail(replayId, "the process ended without a report, with status " + heard.process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Replay %s", replayId);
            runs.fail(replayId, e.toString());
        } finally {
            stop(heard);
            listening.remove(replayId);
        }
    }

    private void take(Listening heard, String line, ReplayLine said) {
        switch (said) {
            case Progress progress -> note(heard, progress);
            case ReplayReport report -> keep(heard, line, report);
            case Failed failed -> runs.fail(heard.what.replayId(), failed.reason());
        }
    }

    private void note(Listening heard, Progress progress) {
        heard.progress = progress;
        var now = Instant.now();
        if (heard.notedAt.plus(NOTE_EVERY).isBefore(now)) {
            heard.notedAt = now;
            if (!runs.heard(heard.what.replayId(), progress)) {
                stop(heard); // stopped by way of another instance
            }
        }
    }

    private void keep(Listening heard, String line, ReplayReport report) {
        if (!runs.heard(heard.what.replayId(), heard.progress)) {
            return;
        }
        var digest = ReplayJson.digest(line);
        var outcome = log.submit(new Submission<>(
                        PRINCIPAL,
                        UUID.nameUUIDFromBytes(report.replayId().getBytes(StandardCharsets.UTF_8)),
                        digest.getBytes(StandardCharsets.US_ASCII),
                        "user:" + heard.askedBy,
                        null,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        new ReportReplay(
                                heard.what.replayId(),
                                report.mode(),
                                report.asOf(),
                                report.verdict(),
                                report.index(),
                                digest)))
                .join();
        runs.finish(report, line, outcome.lastIndex());
    }

    private ReplaySettings settings() {
        return new ReplaySettings(
                value("gongxue.kafka"),
                value("gongxue.reward-url"),
                value("gongxue.oidc-url"),
                value("gongxue.replay-client-secret"));
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class)
                .orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
