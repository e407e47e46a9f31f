package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.reward.audit.Difference;
import org.gongxue.reward.audit.IndexRange;
import org.gongxue.reward.audit.PlayedLog;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.Verdict;
import org.junit.jupiter.api.Test;

/** Replays over a real Kafka; only the live service is a stand-in. */
class ReplayTest {

    private static final PlayedLog LOG = PlayedLog.paidReturnedAndOwed();

    @Test
    void aTopicAsItWasPublishedIsIdentical() throws IOException, InterruptedException {
        var report = replay(PublishedTopic.of(LOG.envelopes()), LOG.lastIndex());

        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.IDENTICAL);
        assertThat(report.index()).isEqualTo(LOG.lastIndex());
        assertThat(report.eventsRead()).isEqualTo(LOG.lastIndex());
        assertThat(report.eventsPerSecond()).isPositive();
        assertThat(report.netPaidFen()).isEqualTo(800_000);
        assertThat(report.owedFen()).isEqualTo(1_600_000);
        assertThat(report.confirmedPayments()).isEqualTo(1);
    }

    @Test
    void whatWasPublishedAfterTheLiveValuesIsLeftOut() throws IOException, InterruptedException {
        var more = new ArrayList<>(LOG.envelopes());
        more.add(PlayedLog.following(more.getLast()));

        var report = replay(PublishedTopic.of(more), LOG.lastIndex() + 1);

        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.IDENTICAL);
        assertThat(report.eventsRead()).isEqualTo(LOG.lastIndex());
    }

    @Test
    void aTailThatWasCutOffIsIncompleteAndNamed() throws IOException, InterruptedException {
        var kept = LOG.lastIndex() - 4;
        var topic = PublishedTopic.of(
                LOG.envelopes().stream().filter(e -> e.index() <= kept).toList());

        var report = replay(topic, LOG.lastIndex());

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.missingEvents()).isEqualTo(4);
        assertThat(report.gaps()).containsExactly(new IndexRange(kept + 1, LOG.lastIndex()));
        assertThat(report.eventsRead()).isEqualTo(kept);
        assertThat(report.eventsTotal()).isEqualTo(LOG.lastIndex());
    }

    @Test
    void theTailOfOnePartitionCutOffIsIncompleteAndEveryRangeIsNamed() throws IOException, InterruptedException {
        var lost = LOG.envelopes().stream()
                .filter(e -> PublishedTopic.partition(e) == 1)
                .map(Envelope::index)
                .toList();
        var tail = lost.subList(lost.size() / 2, lost.size());
        var topic = PublishedTopic.of(
                LOG.envelopes().stream().filter(e -> !tail.contains(e.index())).toList());

        var report = replay(topic, LOG.lastIndex());

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.missingEvents()).isEqualTo(tail.size());
        assertThat(report.gaps().stream().mapToLong(IndexRange::size).sum()).isEqualTo(tail.size());
    }

    @Test
    void aFlippedByteIsDifferentAndNamesItsEvent() throws IOException, InterruptedException {
        var index = LOG.lastIndex() / 2;
        var topic =
                PublishedTopic.of(LOG.changed(index, PlayedLog::withAFlippedBit).envelopes());

        var report = replay(topic, LOG.lastIndex());

        assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(report.differences())
                .filteredOn(difference -> difference.what().equals("event " + index + " leaf"))
                .extracting(Difference::index)
                .containsExactly(index);
    }

    @Test
    void aRecordThatIsNoEventIsADifference() throws IOException, InterruptedException {
        var topic = PublishedTopic.of(LOG.envelopes());
        PublishedTopic.addNoise(topic, 2);

        var report = replay(topic, LOG.lastIndex());

        assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(report.differences()).extracting(Difference::what).allMatch(what -> what.startsWith("partition 2"));
    }

    @Test
    void aTopicThatIsNotThereAtAllIsIncomplete() throws IOException, InterruptedException {
        var report = replay(TestKafka.freshService("nowhere"), LOG.lastIndex());

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.gaps()).containsExactly(new IndexRange(1, LOG.lastIndex()));
    }

    @Test
    void everythingIsDecidedAgainFromTheTopicsOfAllServices() throws IOException, InterruptedException {
        var prefix = TestKafka.freshService("told") + "-";
        var log = PlayedLog.paidReturnedAndOwed(prefix);
        PublishedTopic.fill(prefix + "enrollment", log.published());
        var topic = PublishedTopic.of(log.envelopes());

        var report = replay(log, topic, ReplayMode.REDECIDE);

        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.IDENTICAL);
        assertThat(report.eventsRead()).isEqualTo(log.lastIndex());
        assertThat(report.decided().eventsCompared()).isEqualTo(log.lastIndex());
        assertThat(report.decided().inputsRecorded()).isEqualTo(log.published().size());
        assertThat(report.decided().inputsMissing()).isZero();
    }

    @Test
    void inputsWhoseTopicIsGoneAreIncompleteAndEveryDecisionIsMadeAllTheSame()
            throws IOException, InterruptedException {
        var log = PlayedLog.paidReturnedAndOwed(TestKafka.freshService("gone") + "-");

        var report = replay(log, PublishedTopic.of(log.envelopes()), ReplayMode.REDECIDE);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.decided().inputsMissing()).isEqualTo(log.published().size());
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void theTreeOverATopicIsWorkedOutFromAllPartitions() throws IOException, InterruptedException {
        var report = replay(LOG, PublishedTopic.of(LOG.envelopes()), ReplayMode.VERIFY);

        assertThat(report.verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(report.tree().size()).isEqualTo(LOG.lastIndex());
    }

    private static ReplayReport replay(String service, long publishedIndex) throws IOException, InterruptedException {
        return replay(LOG, service, publishedIndex, ReplayMode.FOLD);
    }

    private static ReplayReport replay(PlayedLog log, String service, ReplayMode mode)
            throws IOException, InterruptedException {
        return replay(log, service, log.lastIndex(), mode);
    }

    private static ReplayReport replay(PlayedLog log, String service, long publishedIndex, ReplayMode mode)
            throws IOException, InterruptedException {
        try (var live = new LiveServiceStandIn(log.live(), publishedIndex);
                var progress = new ReplayProgress(new PrintStream(OutputStream.nullOutputStream()))) {
            var what = new ReplayCommandLine("r", mode, null, ReplayOptions.NONE);
            return new Replay(live.settings(TestKafka.bootstrapServers()), service, what, progress).run();
        }
    }
}
