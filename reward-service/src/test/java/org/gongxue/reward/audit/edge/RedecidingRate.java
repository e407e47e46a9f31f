package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.audit.PlayedLog;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Measures replays of many events made by real decisions, as they are run, beside a consumer that only reads:
 * {@code mvn test -Dtest=RedecidingRate -Dgongxue.measure.graduates=150000}.
 */
class RedecidingRate {

    private static final int GRADUATES = Integer.getInteger("gongxue.measure.graduates", 25_000);
    private static final int BATCH = 500;
    private static final long FEN = 800_000;

    @Test
    void aReplayReadsTheWholeTopicAtAKnownRate() throws IOException, InterruptedException {
        var log = play();
        PublishedTopic.fill("enrollment", log.published());
        PublishedTopic.fill(RewardDomain.SERVICE, log.envelopes());

        try (var live = new LiveServiceStandIn(log.live(), log.lastIndex())) {
            for (var round = 1; round <= 3; round++) {
                var raw = rawEventsPerSecond(log.lastIndex());
                for (var mode : List.of(ReplayMode.FOLD, ReplayMode.REDECIDE, ReplayMode.VERIFY)) {
                    var report = replay(mode, live.settings(TestKafka.bootstrapServers()));
                    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.IDENTICAL);
                    System.out.printf(
                            "MEASURED %s %,d events: %,d/s, %.2f of a raw consumer's %,d/s; whole process %d ms%n",
                            mode.word(),
                            report.eventsRead(),
                            report.eventsPerSecond(),
                            (double) report.eventsPerSecond() / raw,
                            raw,
                            Duration.between(report.startedAt(), report.finishedAt())
                                    .toMillis());
                }
            }
        }
    }

    /** Graduates are owed their tuition and paid in batches. */
    private static PlayedLog play() {
        var story = RewardStory.fund(RewardStory.withTuitionRefund(), RewardStory.TUITION_FUND, 2017, FEN * GRADUATES);
        for (var from = 0; from < GRADUATES; from += BATCH) {
            var first = story.events().size();
            for (var n = from; n < Math.min(GRADUATES, from + BATCH); n++) {
                RewardStory.graduates(story, Integer.toString(n), FEN);
            }
            var opened = story.events().subList(first, story.events().size()).stream()
                    .map(Recorded::event)
                    .filter(EntitlementOpened.class::isInstance)
                    .map(event -> ((EntitlementOpened) event).entitlementId())
                    .toList();
            PlayedLog.pay(story, opened);
        }
        return PlayedLog.of(story);
    }

    private static ReplayReport replay(ReplayMode mode, ReplaySettings settings) throws IOException {
        var process = new ReplayCommandLine("rate", mode, null, ReplayOptions.NONE)
                .process(settings)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var last = "";
        var processor = Duration.ZERO;
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                processor = process.info().totalCpuDuration().orElse(processor);
            }
        }
        System.out.printf("MEASURED processor time of the whole process %d ms%n", processor.toMillis());
        return (ReplayReport) ReplayJson.read(last);
    }

    private static long rawEventsPerSecond(long events) {
        var partitions = IntStream.range(0, PublishedTopic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(KafkaConfig.topic(RewardDomain.SERVICE), p))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var from = System.nanoTime();
            var read = 0L;
            while (read < events) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return read * 1_000_000_000 / (System.nanoTime() - from);
        }
    }
}
