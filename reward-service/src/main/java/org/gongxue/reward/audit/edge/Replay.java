package org.gongxue.reward.audit.edge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.LongAdder;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.ToldStreams;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.audit.Decided;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.OrderedReplay;
import org.gongxue.reward.audit.RecordedInputs;
import org.gongxue.reward.audit.Redeciding;
import org.gongxue.reward.audit.ReplayFold;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.SourceCheck;
import org.gongxue.reward.audit.TreeHead;
import org.gongxue.reward.audit.Verifying;
import org.gongxue.reward.audit.WhatIfReplay;
import org.gongxue.reward.audit.WhatIfResult;
import org.jspecify.annotations.Nullable;

/**
 * One replay: asks the live service for its values at one index, reads the published events through that index, folds
 * them and compares.
 */
final class Replay {

    /** How long the topic may lag behind the index that is to be replayed; then its tail counts as missing. */
    private static final Duration PUBLICATION_PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY_MILLIS = 200;

    private record Position(long publishedIndex) {}

    private final ReplaySettings settings;
    private final String service;
    private final ReplayCommandLine what;
    private final ReplayProgress progress;

    /** @param service whose topic is read */
    Replay(ReplaySettings settings, String service, ReplayCommandLine what, ReplayProgress progress) {
        this.settings = settings;
        this.service = service;
        this.what = what;
        this.progress = progress;
    }

    /**
     * Carries it out.
     *
     * @throws IOException if the live service or the cluster cannot be asked, which says nothing about the ledger
     */
    ReplayReport run() throws IOException, InterruptedException {
        var startedAt = now();
        var live = askLiveService();
        progress.reading(live.index());
        var found = switch (what.mode()) {
            case FOLD -> fold(live);
            case REDECIDE -> redecide(live);
            case WHAT_IF -> whatIf(live);
            case VERIFY -> verify(live);
        };
        var result = found.result();
        var read = progress.now();
        return new ReplayReport(
                what.replayId(),
                what.mode(),
                what.asOf(),
                what.options().asKnownOn(),
                result.verdict(),
                live.index(),
                read.eventsRead(),
                read.eventsTotal(),
                read.eventsPerSecond(),
                result.missingEvents(),
                result.gaps(),
                result.differenceCount(),
                result.differences(),
                result.funds(),
                result.netPaidFen(),
                result.owedFen(),
                result.confirmedPayments(),
                found.decided(),
                found.whatIf(),
                found.tree(),
                startedAt,
                now());
    }

    private record Found(
            ReplayFold.Result result,
            @Nullable Decided decided,
            @Nullable WhatIfResult whatIf,
            @Nullable TreeHead tree) {}

    private Found fold(LiveLedger live) throws IOException, InterruptedException {
        var scan = scan(service);
        var partitions = scan.partitions();
        var codec = new LogCodec(new CatalogCodec());
        var known = what.options().asKnownOn();
        var fold = ReplayFold.of(RewardDomain.SERVICE, live.index(), what.asOf(), known, partitions, codec);
        scan.read(fold::partition, partitions, progress.eventsRead());
        progress.readAll();
        return new Found(fold.compare(live), null, null, null);
    }

    private Found redecide(LiveLedger live) throws IOException, InterruptedException {
        var scan = scan(service);
        var partitions = scan.partitions();
        var codec = new CatalogCodec();
        var domain = new RewardDomain(codec);
        var events = OrderedReplay.understood(RewardDomain.SERVICE, live.index(), partitions, codec);
        try (var streams = ToldStreams.of(domain, ToldStreams.AT_HAND_MAX)) {
            var redeciding = new Redeciding(events, domain, streams);
            scan.readWhile(events::partition, partitions, progress.eventsRead(), redeciding::decide);
            progress.readAll();
            readSources(events.inputs(), domain);
            return new Found(redeciding.compare(live), redeciding.decided(), null, null);
        }
    }

    private Found whatIf(LiveLedger live) throws IOException, InterruptedException {
        var trial = what.options().whatIf();
        if (trial == null) {
            throw new IllegalArgumentException("which policy is to be tried?");
        }
        var scan = scan(service);
        var partitions = scan.partitions();
        var codec = new CatalogCodec();
        var domain = new RewardDomain(codec);
        var events = OrderedReplay.understood(RewardDomain.SERVICE, live.index(), partitions, codec);
        try (var streams = ToldStreams.of(domain, ToldStreams.AT_HAND_MAX)) {
            var replay = new WhatIfReplay(events, domain, streams, trial.question());
            scan.readWhile(events::partition, partitions, progress.eventsRead(), replay::tell);
            progress.readAll();
            return new Found(replay.conclude(), null, replay.result(), null);
        }
    }

    private Found verify(LiveLedger live) throws IOException, InterruptedException {
        var kept = what.options().checkpoint();
        var held = kept == null ? null : kept.held();
        var scan = scan(service);
        var partitions = scan.partitions();
        var through =
                Math.max(live.index(), held == null ? 0 : held.checkpoint().size());
        var events = OrderedReplay.unread(RewardDomain.SERVICE, through, partitions);
        var verifying = new Verifying(events, RewardDomain.SERVICE, held);
        scan.readWhile(events::partition, partitions, progress.eventsRead(), verifying::verify);
        progress.readAll();
        return new Found(verifying.conclude(), null, null, verifying.head());
    }

    /** Every input has to be in the topic that it came from. */
    private void readSources(RecordedInputs inputs, RewardDomain domain) throws IOException, InterruptedException {
        for (var source : inputs.sources()) {
            var scan = scan(source);
            var check = new SourceCheck(domain, inputs, source);
            scan.read(_ -> check, scan.partitions(), new LongAdder());
        }
    }

    private TopicScan scan(String of) {
        return new TopicScan(settings.kafka(), of, Pace.of(what.options().eventsPerSecondMax()));
    }

    /** The live values, once the topic has had its time to hold everything that they contain. */
    private LiveLedger askLiveService() throws IOException, InterruptedException {
        try (var reward = new LiveService(settings)) {
            var token = reward.token();
            var live = reward.get("ledger/snapshot", token, LiveLedger.class);
            var until = Instant.now().plus(PUBLICATION_PATIENCE);
            while (reward.get("log/position", token, Position.class).publishedIndex() < live.index()
                    && Instant.now().isBefore(until)) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            return live;
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
