package org.gongxue.reward.audit.edge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.ReplayFold;
import org.gongxue.reward.audit.ReplayReport;

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

    /** @param service whose events are read */
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
        var scan = new TopicScan(settings.kafka(), service);
        var partitions = scan.partitions();
        var codec = new LogCodec(new CatalogCodec());
        var fold = ReplayFold.of(RewardDomain.SERVICE, live.index(), what.asOf(), partitions, codec);
        scan.read(fold, partitions, progress.eventsRead());
        var read = progress.now();
        var result = fold.compare(live);
        return new ReplayReport(
                what.replayId(),
                what.mode(),
                what.asOf(),
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
                startedAt,
                now());
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
